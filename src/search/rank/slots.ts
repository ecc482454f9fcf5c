import { contentOf, type Postings } from '../index/postings.ts';
import { halves, type Options, resolve } from '../index/terms.ts';
import { hasDigit, type Vocabulary } from '../index/vocabulary.ts';
import { AXIS_NOUN, letterOf } from '../text/letters.ts';
import type { Token } from '../text/normalise.ts';
import type { Language } from '../text/stopwords.ts';
import { type Weights, weightsOf } from './weights.ts';

/** A word of the question and what it may stand for. */
export type Slot = Weights & {
  /** Index among the tokens of the text. */
  readonly token: number;
  readonly term: string;
  readonly options: Options;
  /** It may be the beginning of a longer word, the last one of a text that is being typed. */
  readonly begun: boolean;
};

export type Reading = {
  readonly typing: boolean;
  readonly known: ReadonlySet<string>;
  /** Words that exist may be slips of others too. */
  readonly slips: boolean;
  readonly language: Language | null;
};

/** No name has more words than this: the words after it are matched exactly only. */
const MOST_SLIPS = 64;
const JOINED = 0.95;
/** Two words that the vocabulary writes as one are more than two everyday words. */
const COMPOUND = 0.45;
/** An incomplete word weighs little, but decides between equal candidates. */
const BEGUN = 0.9;
const LITTLE = 0.12;

export function slotsOf(postings: Postings, all: readonly Token[], reading: Reading): readonly Slot[] {
  const content = new Set(contentOf(all));
  const slots: Slot[] = [];
  for (const [at, token] of all.entries()) {
    if (reading.known.has(token.term)) continue;
    if (!content.has(token)) {
      if (at === all.length - 1 && slots.length > 0) slots.push(begunWord(postings, token, at));
      continue;
    }
    slots.push(
      ...(slots.length < MOST_SLIPS
        ? read(postings, all, at, reading)
        : [exactly(postings, token, at, reading)]),
    );
  }
  return slots;
}

function read(postings: Postings, all: readonly Token[], at: number, reading: Reading): readonly Slot[] {
  const token = all[at];
  if (token === undefined) return [];
  const { vocabulary } = postings;
  const last = at === all.length - 1;
  const typed = reading.typing && last ? typedLetter(postings, token, at, reading) : null;
  if (typed !== null) return typed;
  const joined = compound(vocabulary, all, at);
  const pair = joined === undefined ? halves(vocabulary, token.term) : null;
  if (pair !== null)
    return pair.map((half) =>
      slot(postings, { ...token, term: half }, at, resolve(vocabulary, half, false), reading),
    );
  const completes = last && (reading.typing || token.term.length > 2 || at > 0);
  const options = resolve(vocabulary, token.term, completes, reading.slips);
  const begun = completes && [...options.keys()].some((id) => vocabulary.terms[id]?.startsWith(token.term));
  if (joined === undefined) return [slot(postings, token, at, options, reading, { begun })];
  const both = new Map([...options, [joined, JOINED] as const]);
  return [slot(postings, token, at, both, reading, { telling: COMPOUND })];
}

/** "smart working" where the vocabulary has "smartworking": both words stand for it. */
function compound(vocabulary: Vocabulary, all: readonly Token[], at: number): number | undefined {
  const [before, here, after] = [all[at - 1], all[at], all[at + 1]];
  if (here === undefined || hasDigit(here.term) || here.term.length < 3) return undefined;
  const withNext = after?.joined ? vocabulary.ids.get(here.term + after.term) : undefined;
  return withNext ?? (here.joined && before ? vocabulary.ids.get(before.term + here.term) : undefined);
}

/** The first letters of the last word: they order the candidates, and are no evidence. */
function begunWord(postings: Postings, { term }: Token, token: number): Slot {
  const begun = resolve(postings.vocabulary, term, true);
  const options = new Map([...begun.keys()].map((id) => [id, BEGUN]));
  const cost = options.size > 0 ? LITTLE : 0;
  return { token, term, options, worth: LITTLE, cost, telling: 0, begun: true };
}

/** "asse c" on the way to "asse capacità", where no axis is called C. */
function typedLetter(postings: Postings, token: Token, at: number, reading: Reading): readonly Slot[] | null {
  const letter = letterOf(token.term);
  if (letter === undefined || postings.vocabulary.ids.has(token.term)) return null;
  const noun = exactly(postings, { ...token, term: AXIS_NOUN }, at, reading);
  return [noun, begunWord(postings, { ...token, term: letter }, at)];
}

function exactly(postings: Postings, token: Token, at: number, reading: Reading): Slot {
  const id = postings.vocabulary.ids.get(token.term);
  return slot(postings, token, at, new Map(id === undefined ? [] : [[id, 1]]), reading);
}

/** Every slot has its fields in one order: ranking reads them a million times. */
function slot(
  postings: Postings,
  token: Token,
  at: number,
  options: Options,
  { language }: Reading,
  { begun = false, telling: least = 0 } = {},
): Slot {
  const { worth, cost, telling } = weightsOf(postings, token, options, language);
  return { token: at, term: token.term, options, worth, cost, telling: Math.max(telling, least), begun };
}
