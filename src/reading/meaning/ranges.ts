import type { Subject } from '../../model/dataset.ts';
import type { Mention } from '../../question/hear/mention.ts';
import { type Context, NEAR, subjectsIn } from './context.ts';

const TO = /^(?:a|al|all|fino|to|through)$/;

/** "Assi da I a IV", "axes 1 to 3": the axes from the first up to the last, by the mention of the first. */
export function rangesIn(
  mentions: readonly Mention[],
  context: Context,
): ReadonlyMap<number, readonly Subject[]> {
  const { pieces, dataset } = context;
  const ranges = new Map<number, readonly Subject[]>();
  for (const [at, mention] of mentions.entries()) {
    const next = mentions[at + 1];
    if (
      !next ||
      !pieces.slice(mention.to, next.from).some(({ key }) => TO.test(key)) ||
      next.from - mention.to > NEAR
    )
      continue;
    const [first, last] = [mention, next].map((each) => axisIn(each, context));
    if (!context.ofAxes || first === undefined || last === undefined || last <= first) continue;
    const between = dataset.programme.axes.filter(({ number }) => number >= first && number < last);
    ranges.set(
      at,
      between.flatMap(({ id }) => dataset.subjects.get(id) ?? []),
    );
  }
  return ranges;
}

function axisIn(mention: Mention, context: Context): number | undefined {
  const [subject, ...others] = subjectsIn(mention, context);
  return others.length === 0 && subject?.kind === 'axis' ? subject.record.number : undefined;
}
