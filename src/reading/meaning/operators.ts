import { isSense, type Mention } from '../../question/hear/mention.ts';
import type { Piece } from '../../question/lexicon/pieces.ts';
import { type Context, isNear, type Role } from './context.ts';
import { yearsAway } from './dates.ts';
import { excluded } from './exclusion.ts';
import { between, bothOf, COUNTED, counted, limited, ranked } from './limits.ts';

/** The roles of mentions that operators bind: "tranne il IV", "più di 20 milioni", "i primi tre". */
export function rolesOf(mentions: readonly Mention[], context: Context): Map<number, Role> {
  const roles = new Map<number, Role>();
  for (const [at, mention] of mentions.entries()) {
    if (mention.is === 'number') ranked(at, mention, mentions, context, roles);
    if (mention.is !== 'sense' || roles.has(at)) continue;
    if (mention.sense === 'except' || mention.sense === 'without') excluded(at, mentions, context, roles);
    if (mention.sense === 'not') negated(at, mentions, context, roles);
    if (mention.sense === 'with') included(at, mentions, context, roles);
    if (mention.sense === 'above' || mention.sense === 'below')
      limited(at, mention.sense, mentions, context, roles);
    if (mention.sense === 'between') between(at, mentions, roles);
    if (mention.sense === 'year-ago' || mention.sense === 'next-year')
      yearsAway(at, mention.sense, mentions, context, roles);
    if (mention.sense === 'both') bothOf(at, mentions, context, roles);
    if (COUNTED.includes(mention.sense)) counted(at, mention.sense, mentions, context, roles);
  }
  return roles;
}

/** A negation at most this far from the beginning asks for confirmation: "ma non avevamo impegnato …?" */
const LEADING = 1;

/** Verbs after a negation: "non ha certificato". */
const VERBS =
  /^(?:e|ha|hanno|avevamo|aveva|avevano|avete|hai|ho|abbiamo|sono|siamo|era|erano|sia|stato|stata|stati|state|si|been|be|is|are|was|were|have|has|had|do|does|did|yet|ancora|sure|so)$/;

/** "Non il pagato, ma il certificato" leaves out a measure; "non certificato" asks for the remainder. */
function negated(
  at: number,
  mentions: readonly Mention[],
  { pieces }: Context,
  roles: Map<number, Role>,
): void {
  const [own, next] = [mentions[at], mentions[at + 1]];
  if (!own || !next || !isNear(own, next)) {
    leading(at, own, pieces, roles);
    return;
  }
  const between = pieces.slice(own.to, next.from);
  if (next.is === 'sense' && FLOW.test(next.sense) && between.every(({ key }) => VERBS.test(key))) {
    if (own.from > LEADING) roles.set(at, { is: 'sense', sense: 'remaining' });
    else leading(at, own, pieces, roles);
    return;
  }
  if (between.some(({ key }) => VERBS.test(key))) {
    leading(at, own, pieces, roles);
    return;
  }
  const named =
    next.is === 'thing' ||
    (next.is === 'sense' && /^(?:measure:|each-|spent|programme|total)/.test(next.sense));
  if (!named) return;
  roles.set(at, 'none');
  roles.set(at + 1, 'none');
}

const FLOW = /^(?:measure:(?:activated|committed|paid|certified)|spent)$/;

function leading(
  at: number,
  own: Mention | undefined,
  pieces: readonly Piece[],
  roles: Map<number, Role>,
): void {
  if (own && own.from <= LEADING && VERBS.test(pieces[own.to]?.key ?? '')) roles.set(at, 'none');
}

/** "Impegnato con la CIGD": the measure that includes the excluded amount. */
function included(
  at: number,
  mentions: readonly Mention[],
  { dataset }: Context,
  roles: Map<number, Role>,
): void {
  const alike = isSense(mentions[at + 1], 'without') ? at + 1 : null;
  if (alike !== null) roles.set(alike, 'none');
  const next = mentions[at + 1]?.is === 'thing' ? at + 1 : at + 2;
  const thing = mentions[next];
  const subjects = thing?.is === 'thing' ? thing.subjects : [];
  const rule = dataset.latest.excluded.find(({ amount }) => subjects.includes(amount.subject));
  if (rule?.measure !== 'committed') {
    roles.set(at, 'none');
    return;
  }
  if (alike !== null) {
    roles.set(at, 'none');
    roles.set(next, 'none');
    return;
  }
  const measured = mentions.findIndex((one) => one.is === 'sense' && one.sense === 'measure:committed');
  if (measured >= 0) roles.set(measured, 'none');
  for (const [index, other] of mentions.entries())
    if (other.is === 'thing' && other.subjects.includes(rule.amount.subject)) roles.set(index, 'none');
  roles.set(at, { is: 'measure', measure: 'committed-with-cigd' });
  roles.set(next, 'none');
}
