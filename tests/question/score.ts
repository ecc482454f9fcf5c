import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Reply } from '../../src/desk/reply.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Locale } from '../../src/model/locale.ts';
import { replyJson } from '../../src/render/json.ts';

const subject = z.object({ kind: z.string(), key: z.string() });
const wantedFact = z.object({
  subject,
  /** Other things of which the figure may as well be said. */
  altSubjects: z.array(subject).default([]),
  measure: z.string(),
  altMeasures: z.array(z.string()).default([]),
  value: z.number(),
  unit: z.string(),
  /** The sign does not matter: a difference may be taken either way. */
  abs: z.boolean().default(false),
  asOf: z.string().optional(),
});
const oneExpectation = z.object({
  outcome: z.enum(['answer', 'choose', 'refuse']),
  facts: z.array(wantedFact).default([]),
  /** None: any question back is right. */
  candidates: z.array(subject).default([]),
  /** How many of the candidates have to be offered. */
  min: z.number().optional(),
  or_all: z.boolean().default(false),
  tolerance: z.number().optional(),
  /** What a good answer mentions: words parted by `|`, of which one is enough. */
  note: z.string().optional(),
  /** The same of an answer that is wrong without them. */
  must: z.string().optional(),
  noFacts: z.boolean().default(false),
  /** The first of the wanted figures comes first. */
  first: z.boolean().default(false),
});
/** Written for people: subjects are keyed as in shared/queries, which knows no ids of this project. */
const expectation = oneExpectation.extend({ alternatives: z.array(oneExpectation).default([]) });
const locale = z.enum(['it', 'en']);
const questionRow = z.object({
  id: z.string(),
  q: z.string(),
  locale,
  kind: z.string(),
  expect: expectation,
});
const turn = z.object({ q: z.string(), expect: expectation });
const dialogueRow = z.object({ id: z.string(), locale, turns: z.array(turn) });

export type Expected = z.infer<typeof expectation>;
type One = z.infer<typeof oneExpectation>;
type WantedFact = z.infer<typeof wantedFact>;
export type QuestionRow = z.infer<typeof questionRow>;
export type DialogueRow = z.infer<typeof dialogueRow>;

/** What is wanted, with everything that a label may leave out. */
export const expectedOf = (wanted: z.input<typeof expectation>): Expected => expectation.parse(wanted);

/** Null where there is no such file. */
export function questionsIn(path: string): readonly QuestionRow[] | null {
  return rowsIn(path)?.map((row) => questionRow.parse(row)) ?? null;
}

export function dialoguesIn(path: string): readonly DialogueRow[] | null {
  return rowsIn(path)?.map((row) => dialogueRow.parse(row)) ?? null;
}

function rowsIn(path: string): readonly unknown[] | null {
  const file = fileURLToPath(new URL(path, import.meta.url));
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): unknown => JSON.parse(line));
}

const INDICATORS: Readonly<Record<string, string>> = {
  CR06: 'cr06',
  CR05: 'cr05',
  'CR03-10i': 'cr03-10.i',
  'CR03-10iv': 'cr03-10.iv',
  'III-completion': 'training-completion',
  'IV-IT-tools': 'it-tools',
  'OUT-I-unemployed': 'out-unemployed',
  'OUT-II-households': 'out-households',
  'OUT-III-isced': 'out-isced-1-2',
  'OUT-IV-involved': 'out-administrations-involved',
  'OUT-IV-improved': 'out-administrations-improved',
  'OUT-IV-pa': 'out-administrations-involved',
  'OUT-IV-it': 'out-administrations-improved',
};
const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/** The id of `II-8`: the eighth initiative that the slide of Axis II prints. */
export function idOf({ programme }: Dataset, { kind, key }: z.infer<typeof subject>): string | undefined {
  if (kind === 'programme') return programme.id;
  if (kind === 'axis') return `axis-${key}`;
  if (kind === 'priority') return `priority-${key}`;
  if (kind === 'indicator') return INDICATORS[key];
  if (kind !== 'initiative') return key;
  const [axis = '', at = ''] = key.split('-');
  const own = programme.initiatives.filter((each) => each.axis === `axis-${ROMAN.indexOf(axis) + 1}`);
  return own[Number(at) - 1]?.id;
}

type Json = Pick<ReturnType<typeof replyJson>, 'outcome' | 'facts' | 'choices' | 'text'>;
type GivenFact = Json['facts'][number];

/** More figures than these beyond the wanted ones is a dump, not an answer. */
const MOST_UNASKED = 24;
/** Of amounts and percentages, where nothing else is said. */
const TOLERANCE = 0.051;
/** Measures whose names labels and answers share. Of any other, subject, value and unit tell whether it is there. */
const NAMED: ReadonlySet<string> = new Set([
  ...['allocation', 'share', 'activated', 'committed', 'paid', 'certified', 'admitted', 'programmed'],
  ...['allocated', 'funded', 'reprogrammed', 'updated_budget', 'unspecified', 'projects'],
  ...['participants', 'participants-female', 'participants-male', 'participants-disability'],
  ...['participants-migrants', 'participants-other', 'selected-operations', 'value', 'target'],
  ...['rate-activation', 'rate-commitment', 'rate-payment', 'rate-certification'],
]);

/**
 * `bare`: right, without the words that a good answer has or not in the wanted order. `wrong`: figures of which none was
 * asked for, said with confidence: worse than a `miss`, which refuses, asks back or says too much. `part`: some of them.
 */
export type Score = 'right' | 'bare' | 'part' | 'miss' | 'wrong';

export function score(
  dataset: Dataset,
  text: string,
  reply: Reply,
  expected: Expected,
  locale: Locale,
): Score {
  return judged(dataset, replyJson(dataset, text, reply, locale), expected);
}

export function judged(dataset: Dataset, json: Json, expected: Expected): Score {
  const judgements = [expected, ...expected.alternatives].map((each) => judge(dataset, json, each));
  const right = judgements.filter(({ isRight }) => isRight);
  const [best = right[0]] = right.filter(({ isBare }) => !isBare);
  if (best) {
    if (json.outcome === 'answer' && json.facts.length - best.wanted > MOST_UNASKED) return 'miss';
    return best.isBare ? 'bare' : 'right';
  }
  if (json.outcome !== 'answer' || json.facts.length === 0) return 'miss';
  return expected.outcome === 'answer' && judgements.some(({ found }) => found > 0) ? 'part' : 'wrong';
}

type Judgement = {
  readonly isRight: boolean;
  readonly isBare: boolean;
  readonly found: number;
  readonly wanted: number;
};

const says = (isRight: boolean, more: Partial<Judgement> = {}): Judgement => ({
  isRight,
  isBare: false,
  found: 0,
  wanted: 0,
  ...more,
});

function judge(dataset: Dataset, json: Json, expected: One): Judgement {
  const { facts: wanted, must, note } = expected;
  if (expected.outcome === 'refuse') return says(json.outcome === 'refuse');
  if (expected.outcome === 'choose' && json.outcome === 'choose') {
    return says(offers(dataset, json, expected));
  }
  if (json.outcome !== 'answer') return says(false);
  if (expected.outcome === 'choose' && (!expected.or_all || wanted.length === 0)) return says(false);
  if (must !== undefined && !mentions(json, must)) return says(false);
  if (expected.noFacts) return says(json.facts.length === 0);
  const noted = note === undefined || mentions(json, note);
  if (wanted.length === 0) return says(note !== undefined && noted);
  const isWanted = (each: WantedFact, fact: GivenFact) => matches(dataset, fact, each, expected.tolerance);
  const found = paired(wanted, json.facts, isWanted);
  const [leads] = json.facts;
  const inOrder = !expected.first || (wanted[0] && leads && isWanted(wanted[0], leads));
  const isRight = found === wanted.length;
  return says(isRight, { isBare: !noted || !inOrder, found, wanted: wanted.length });
}

/** A few candidates have all to be offered, of many most. */
function offers(dataset: Dataset, { choices }: Json, { candidates, min }: One): boolean {
  const few = candidates.length <= 3 ? candidates.length : Math.ceil(candidates.length * 0.6);
  return paired(candidates, choices, (each, { id }) => id === idOf(dataset, each)) >= (min ?? few);
}

/** How many of the wanted can be paired each with one of the given. */
function paired<W, G>(wanted: readonly W[], given: readonly G[], fits: (wanted: W, given: G) => boolean) {
  const takenBy = new Map<number, W>();
  const place = (each: W, seen: Set<number>): boolean =>
    given.some((one, at) => {
      if (seen.has(at) || !fits(each, one)) return false;
      seen.add(at);
      const holder = takenBy.get(at);
      if (holder !== undefined && !place(holder, seen)) return false;
      takenBy.set(at, each);
      return true;
    });
  return wanted.filter((each) => place(each, new Set())).length;
}

function matches(dataset: Dataset, fact: GivenFact, wanted: WantedFact, tolerance = TOLERANCE): boolean {
  const inMillions = fact.unit === 'EUR' && wanted.unit === 'MEUR';
  const [unit, value] = inMillions ? ['MEUR', fact.value / 1e6] : [fact.unit, fact.value];
  if (unit !== wanted.unit || (wanted.asOf !== undefined && wanted.asOf !== fact.asOf)) return false;
  const sized = wanted.abs ? Math.abs : (number: number) => number;
  const apart = Math.abs(sized(value) - sized(wanted.value));
  if (apart > (unit === 'count' ? 0 : tolerance + 1e-9)) return false;
  const isLoose = !NAMED.has(wanted.measure);
  const ids = [wanted.subject, ...wanted.altSubjects].map((each) => idOf(dataset, each));
  const isOfAll = isLoose && wanted.subject.kind === 'programme' && !OWN_KINDS.has(fact.subject.kind);
  if (!ids.includes(fact.subject.id) && !isOfAll) return false;
  return isLoose || [wanted.measure, ...wanted.altMeasures].includes(namedAsIn(fact));
}

/** Kinds of things whose figures are never taken for the programme's. */
const OWN_KINDS: ReadonlySet<string> = new Set(['axis', 'initiative', 'funding-source']);

/** Some measures have other names in the labels. */
function namedAsIn({ subject: { kind }, measure, unit }: GivenFact): string {
  if (measure === 'allocation' && unit === 'percent') return 'share';
  if (measure === 'allocation' && kind === 'initiative') return 'allocated';
  if (measure === 'allocated' && kind !== 'initiative') return 'allocation';
  return measure;
}

function mentions({ text }: Json, words: string): boolean {
  const said = text.toLowerCase();
  return words.split('|').some((word) => said.includes(word.toLowerCase()));
}
