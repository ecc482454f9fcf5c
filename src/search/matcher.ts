import { type Named, type Postings, postingsOf } from './index/postings.ts';
import { type Look, look } from './look.ts';
import { type OwnNames, ownNamesOf, settledByOwnName } from './ownNames.ts';
import type { Evidence } from './rank/evidence.ts';
import { type Scratch, scratchFor } from './rank/scratch.ts';
import type { Slot } from './rank/slots.ts';
import { tokens } from './text/normalise.ts';
import type { Outcome } from './verdict/verdict.ts';

export type { Named } from './index/postings.ts';
export { type Token, tokens } from './text/normalise.ts';

export type NameIndex = {
  readonly named: readonly Named[];
  readonly postings: Postings;
  readonly scratch: Scratch;
  readonly ownNames: OwnNames;
};

export type Candidate = { readonly named: Named; readonly score: number };

export type Match = {
  readonly outcome: Outcome;
  /** Only where the outcome is `found`. */
  readonly best: Named | null;
  /** The best match is unsure but without rivals; surfaces say so. */
  readonly assumed: boolean;
  /** Best first, whatever the outcome; where it is `choose`, the rivals come first. */
  readonly candidates: readonly Candidate[];
  /** The candidates of an ambiguous text, where the outcome is `choose`. */
  readonly rivals: readonly Named[];
  /** Indexes of the tokens that match the best candidate. */
  readonly used: readonly number[];
};

type MatchOptions = {
  readonly kinds?: readonly string[];
  /** The last word is being typed: candidates are ranked, weak ones too. */
  readonly typing?: boolean;
  /** Terms explained elsewhere, which neither help nor hurt a match. */
  readonly known?: ReadonlySet<string>;
};

/** Discord shows no more choices than this. */
const MOST = 25;
const NOTHING_KNOWN: ReadonlySet<string> = new Set();

export function buildNameIndex(named: readonly Named[]): NameIndex {
  const [postings, ownNames] = [postingsOf(named), ownNamesOf(named)];
  return { named, postings, scratch: scratchFor(postings), ownNames };
}

export function match(index: NameIndex, text: string, options: MatchOptions = {}): Match {
  const { kinds, typing = false, known = NOTHING_KNOWN } = options;
  const wanted = kinds ? (owner: number) => kinds.includes(index.named[owner]?.kind ?? '') : null;
  const all = tokens(text);
  const seen = look(index, all, { wanted, typing, known });
  return toMatch(index, typing ? seen : settledByOwnName(index, all, known, seen));
}

function toMatch(index: NameIndex, { slots, ranked, verdict: { outcome, rivals, assumed } }: Look): Match {
  const candidates = ranked.slice(0, MOST).flatMap((evidence) => candidate(index, evidence));
  return {
    outcome,
    best: outcome === 'found' ? (candidates[0]?.named ?? null) : null,
    assumed,
    candidates,
    rivals: outcome === 'choose' ? rivals.flatMap((rival) => index.named[rival.owner] ?? []) : [],
    used: usedBy(ranked[0], slots),
  };
}

function candidate({ named }: NameIndex, { owner, score }: Evidence): readonly Candidate[] {
  const thing = named[owner];
  return thing === undefined ? [] : [{ named: thing, score: Math.round(score * 1000) / 1000 }];
}

function usedBy(best: Evidence | undefined, slots: readonly Slot[]): readonly number[] {
  return [...new Set(best?.slots.flatMap((at) => slots[at]?.token ?? []))];
}

/** Completions of a typed text; for an empty text the first things in their order. */
export function suggest(index: NameIndex, text: string, kinds: readonly string[]): readonly Named[] {
  if (text.trim() === '') return index.named.filter((thing) => kinds.includes(thing.kind)).slice(0, MOST);
  return match(index, text, { kinds, typing: true }).candidates.map(({ named }) => named);
}
