import { contentOf, type Named } from './index/postings.ts';
import type { Look } from './look.ts';
import type { Evidence } from './rank/evidence.ts';
import { AXIS_NOUN } from './text/letters.ts';
import { type Token, tokens } from './text/normalise.ts';

/** Indexes of things by the terms of their own names; things that share an own name stand together. */
export type OwnNames = ReadonlyMap<string, readonly number[]>;

/** With or without the noun: "asse inclusione sociale", "social inclusion axis". */
const keyOf = (all: readonly Token[]): string =>
  contentOf(all)
    .flatMap(({ term }) => (term === AXIS_NOUN ? [] : term))
    .join(' ');

export function ownNamesOf(named: readonly Named[]): OwnNames {
  const owners = new Map<string, readonly number[]>();
  for (const [owner, { own = [] }] of named.entries())
    for (const key of new Set(own.map((name) => keyOf(tokens(name)))))
      owners.set(key, [...(owners.get(key) ?? []), owner]);
  return owners;
}

type Index = { readonly named: readonly Named[]; readonly ownNames: OwnNames };

/**
 * "Inclusione sociale" is the axis, even where an indicator or initiative has the same name. With a typo, or by another
 * name of the axis, the axis is assumed.
 */
export function settledByOwnName(
  { named, ownNames }: Index,
  all: readonly Token[],
  known: ReadonlySet<string>,
  seen: Look,
): Look {
  const [best, ...others] = seen.ranked;
  if (ownNames.size === 0 || best === undefined) return seen;
  const owners = ownNames.get(keyOf(all.filter(({ term }) => !known.has(term)))) ?? [];
  const meant = seen.ranked.filter(({ owner }) => owners.includes(owner));
  if (meant[0] && meant.length === 1) return found(seen, meant[0], false);
  const hasOwn = named[best.owner]?.own !== undefined;
  const whole = best.said > WHOLE_NAME && best.unexplained < NOTHING_ELSE;
  const doubted = seen.verdict.outcome === 'choose' && !others.some((other) => equals(other, best));
  return hasOwn && whole && doubted ? found(seen, best, true) : seen;
}

/** As in the verdict: one slip in a name of two words leaves this much of it said, and nothing of the text unsaid. */
const WHOLE_NAME = 0.85;
const NOTHING_ELSE = 0.03;

/** Another name that matches equally well makes the text ambiguous. */
const equals = (other: Evidence, best: Evidence): boolean => other.exact || other.score > 0.999 * best.score;

function found(seen: Look, best: Evidence, assumed: boolean): Look {
  const ranked = [best, ...seen.ranked.filter((other) => other !== best)];
  return { ...seen, ranked, verdict: { outcome: 'found', rivals: [best], assumed } };
}
