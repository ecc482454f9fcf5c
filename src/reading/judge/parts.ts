import type { Path } from '../../question/hear/paths.ts';
import type { Unexplained } from '../../question/hear/unexplained.ts';
import { NOUNS, type Sense } from '../../question/lexicon/sense.ts';
import { type Item, only, says, thingsIn } from '../meaning/item.ts';
import type { Statement } from '../meaning/items.ts';
import { seamsIn } from './clauses.ts';
import { FORGIVEN, SPLIT } from './costs.ts';
import { judged } from './judge.ts';
import type { Option, Reader } from './reader.ts';
import { statementOf } from './statement.ts';

/** Seams between two complete questions: "quanto ha impegnato l'asse I e quanti destinatari ha l'asse III". */
export function betweenWhole(reader: Reader, path: Path, items: readonly Item[]): readonly number[] {
  if (says(items, 'difference', 'compare', 'sum', 'ratio', 'above', 'below', 'more-than', 'less-than'))
    return [];
  const { pieces, text } = reader.heard;
  return seamsIn(path, pieces, text).filter((seam) =>
    [path.mentions.slice(0, seam), path.mentions.slice(seam)].every((mentions) =>
      isComplete(statementOf(reader, { ...path, mentions }).items),
    ),
  );
}

export function isComplete(items: readonly Item[]): boolean {
  return thingsIn(items).length > 0 && items.some(({ is }) => is === 'measure');
}

export function mentionCost({ mentions }: Path): number {
  return mentions.reduce((sum, { cost }) => sum + cost, 0);
}

const MOST_PARTS = 3;

/** The cheapest reading as two or three questions; what one leaves out comes from its neighbour. */
export function bySeams(
  reader: Reader,
  path: Path,
  unexplained: readonly Unexplained[],
  statement: Statement,
  seams: readonly number[],
): Option | null {
  const { known, answer } = reader;
  const cuts = cutsOf(path, seams, reader);
  const found = cuts.flatMap((parts): readonly Option[] => {
    const judgedParts = parts.map((items) => judged(known, withShared(items, parts), [], answer)[0]);
    const [first, ...others] = judgedParts.filter((part) => part !== undefined);
    if (!first || others.length + 1 < parts.length) return [];
    const all = [first, ...others] as const;
    const whole = all.every((part) => part.whole);
    const words = unexplained.reduce(
      (sum, { cost: each, understood }) => sum + each * (whole && !understood ? FORGIVEN : 1),
      0,
    );
    const cost = all.reduce((sum, part) => sum + part.cost, words) + SPLIT + mentionCost(path);
    return [{ parts: all, cost, unexplained, items: parts.flat(), statement, continues: [], aside: null }];
  });
  return found.sort((a, b) => a.cost - b.cost)[0] ?? null;
}

/** The parts of a question cut at one seam, or at two. */
function cutsOf(
  path: Path,
  seams: readonly number[],
  reader: Reader,
): readonly (readonly (readonly Item[])[])[] {
  const part = (from: number, to: number) =>
    statementOf(reader, { ...path, mentions: path.mentions.slice(from, to) }).items;
  const end = path.mentions.length;
  const single = seams.map((seam) => [part(0, seam), part(seam, end)]);
  const few = seams.length < MOST_PARTS + 1 ? seams : [];
  const double = few.flatMap((one, index) =>
    few.slice(index + 1).map((other) => [part(0, one), part(one, other), part(other, end)]),
  );
  return [...single, ...double].filter(
    (parts) => parts.every(asksItself) && parts.some((items) => items.some(({ is }) => is === 'measure')),
  );
}

/** Whether the items suffice for a question: a measure, a thing, a date or a sense other than a noun. */
function asksItself(items: readonly Item[]): boolean {
  return (
    items.some(({ is }) => is === 'measure' || is === 'thing' || is === 'date') ||
    items.some((item) => item.is === 'sense' && !(NOUNS as readonly Sense[]).includes(item.sense))
  );
}

function withShared(items: readonly Item[], parts: readonly (readonly Item[])[]): readonly Item[] {
  const before = parts.slice(0, parts.indexOf(items)).reverse();
  const others = [...before, ...parts.slice(parts.indexOf(items) + 1)];
  const scoped = thingsIn(items).length > 0 || says(items, 'programme', 'total', 'each-axis', 'each-source');
  const measured = only(items, 'measure').length > 0 || says(items, 'spent');
  const dated = only(items, 'date').length > 0;
  const old = (list: readonly Item[]) => list.map((item) => ({ ...item, old: true }));
  const from = (has: (item: Item) => boolean) =>
    old(others.find((part) => part.some(has))?.filter(has) ?? []);
  return [
    ...items,
    ...(scoped
      ? []
      : from(
          (item) =>
            item.is === 'thing' ||
            (item.is === 'sense' && ['programme', 'total', 'each-axis'].includes(item.sense)),
        )),
    ...(measured || asksOther(items)
      ? []
      : from(
          (item) =>
            item.is === 'measure' ||
            (item.is === 'sense' && ['rate', 'percent', 'remaining', 'spent'].includes(item.sense)),
        )),
    ...(dated
      ? []
      : old(
          before.find((part) => part.some(({ is }) => is === 'date'))?.filter(({ is }) => is === 'date') ??
            [],
        )),
  ];
}

function asksOther(items: readonly Item[]): boolean {
  return items.some(
    (item) =>
      item.is === 'sense' &&
      /^(?:status:|command:|indicator|initiative|each-|definition|briefing|fate)/.test(item.sense),
  );
}
