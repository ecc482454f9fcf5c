import type { Dataset, Subject } from '../../model/dataset.ts';
import { isSense, type Mention } from '../../question/hear/mention.ts';
import { gapAfter } from '../../question/lexicon/pieces.ts';
import { isTalk } from '../../question/lexicon/sense.ts';
import { type Context, isNear, NEAR, type Role, subjectsIn } from './context.ts';
import { type Item, only } from './item.ts';

/** The things that an operator leaves out stand right after it, or else right before it: "l'asse IV escluso". */
export function excluded(
  at: number,
  mentions: readonly Mention[],
  context: Context,
  roles: Map<number, Role>,
): void {
  const named = mentions[at + 2];
  if (
    isSense(mentions[at + 1], 'with') &&
    named?.is === 'thing' &&
    isLeftOutAlready(named.subjects, mentions, context)
  ) {
    for (const index of [at, at + 1, at + 2]) roles.set(index, 'none');
    return;
  }
  const after = run(at + 1, 1, mentions, context, roles);
  const next = mentions[at + 1];
  const joined = isNear(mentions[at], next) && !isParted(mentions[at], next, context);
  if (after.length === 0 && joined && next?.is === 'sense' && !isTalk(next.sense)) return;
  if (after.length === 0 && isOfUnknown(at, mentions, context)) return;
  const which = after.length > 0 ? after : run(at - 1, -1, mentions, context, roles).slice(0, 1);
  const subjects = which.flatMap((index) => subjectsIn(mentions[index], context));
  if (subjects.length === 0) return;
  for (const index of which) roles.set(index, 'none');
  if (isLeftOutAlready(subjects, mentions, context)) {
    roles.set(at, 'none');
    return;
  }
  roles.set(at, { is: 'except', subjects });
}

const MARK = /[,;:?!]/;

/** Whether a punctuation mark stands right after the first mention. */
function isParted(one: Mention | undefined, other: Mention | undefined, context: Context): boolean {
  if (!one || !other) return false;
  return MARK.test(gapAfter(context, one));
}

/** "Senza avvocati": the operator leaves out an unexplained word, not the axis before it. */
function isOfUnknown(at: number, mentions: readonly Mention[], context: Context): boolean {
  const { pieces, text } = context;
  const own = mentions[at];
  const end = mentions[at + 1]?.from ?? pieces.length;
  const after = own ? pieces.slice(own.to, end) : [];
  const mark = after.findIndex(
    ({ start }, index) => index > 0 && MARK.test(text.slice(after[index - 1]?.end, start)),
  );
  const first = own && MARK.test(gapAfter(context, own));
  return !first && after.slice(0, mark < 0 ? NEAR : mark).some(({ stop }) => !stop);
}

/** Published commitments already leave out the excluded amount: "senza la CIGD". */
function isLeftOutAlready(
  subjects: readonly Subject[],
  mentions: readonly Mention[],
  { dataset: { latest } }: Context,
): boolean {
  return (
    mentions.some((mention) => isSense(mention, 'measure:committed', 'measure:rate-commitment')) &&
    latest.excluded.some(
      ({ measure, amount }) => measure === 'committed' && subjects.every((each) => each === amount.subject),
    )
  );
}

function run(
  from: number,
  step: 1 | -1,
  mentions: readonly Mention[],
  context: Context,
  roles: ReadonlyMap<number, Role>,
): readonly number[] {
  const found: number[] = [];
  for (let at = from; !roles.has(at) && subjectsIn(mentions[at], context).length > 0; at += step) {
    const [one, other] = step > 0 ? [mentions[at - 1], mentions[at]] : [mentions[at], mentions[at + 1]];
    if (!isNear(one, other)) break;
    found.push(at);
  }
  return found;
}

/** "Gli impegni dell'asse II comprendono la CIGD?": the note of the axis's figure answers it. */
export function besideExcluded({ latest }: Dataset, items: readonly Item[]): readonly Item[] {
  const committed = items.some((item) => item.is === 'measure' && /^committed/.test(item.measure));
  if (!committed) return items;
  const named = only(items, 'thing').flatMap(({ subjects }) => subjects);
  const inside = latest.excluded
    .filter(({ subject }) => named.includes(subject))
    .map(({ amount }) => amount.subject);
  return items.filter(
    (item) => !(item.is === 'thing' && item.subjects.every((subject) => inside.includes(subject))),
  );
}
