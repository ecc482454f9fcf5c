import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Locale } from '../../src/locale/locale.ts';
import type { Dataset } from '../../src/programme/dataset.ts';
import { replyJson } from '../../src/render/json.ts';
import type { Reply } from '../../src/reply.ts';

const subject = z.object({ kind: z.string(), key: z.string() });
const wantedFact = z.object({
  subject,
  /** Other things of which the figure may as well be said. */
  altSubjects: z.array(subject).default([]),
  measure: z.string(),
  value: z.number(),
  unit: z.string(),
  tolerance: z.number().optional(),
});
const oneExpectation = z.object({
  outcome: z.enum(['answer', 'choose', 'refuse']),
  facts: z.array(wantedFact).default([]),
  candidates: z.array(subject).default([]),
  or_all: z.boolean().default(false),
  tolerance: z.number().default(0.05),
  note: z.string().optional(),
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
};
const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/** The id of `II-8`: the eighth initiative that the slide of Axis II prints. */
export function idOf({ programme }: Dataset, { kind, key }: z.infer<typeof subject>): string | undefined {
  if (kind === 'programme') return programme.id;
  if (kind === 'axis') return `axis-${key}`;
  if (kind === 'indicator') return INDICATORS[key];
  if (kind !== 'initiative') return key;
  const [axis = '', at = ''] = key.split('-');
  const own = programme.initiatives.filter((each) => each.axis === `axis-${ROMAN.indexOf(axis) + 1}`);
  return own[Number(at) - 1]?.id;
}

type Json = ReturnType<typeof replyJson>;

/** More figures than these beyond the wanted ones is a dump, not an answer. */
const MOST_UNASKED = 24;

export type Score = 'right' | 'miss' | 'wrong';

/** `wrong`: an answer without the figures that were asked for. Worse than a miss, which asks back or refuses. */
export function score(
  dataset: Dataset,
  text: string,
  reply: Reply,
  expected: Expected,
  locale: Locale,
): Score {
  const json = replyJson(dataset, text, reply, locale);
  const right = [expected, ...expected.alternatives].some((each) => isRight(dataset, json, each));
  if (right) return 'right';
  return json.outcome === 'answer' ? 'wrong' : 'miss';
}

function isRight(dataset: Dataset, json: Json, expected: One): boolean {
  if (expected.outcome === 'refuse') return json.outcome === 'refuse';
  const all = expected.facts.every((wanted) => holds(dataset, json, wanted, expected.tolerance));
  if (expected.outcome === 'choose') {
    return isChoice(dataset, json, expected) || (expected.or_all && json.outcome === 'answer' && all);
  }
  const unasked = json.facts.length - expected.facts.length;
  return json.outcome === 'answer' && all && unasked <= MOST_UNASKED && mentions(json, expected.note);
}

function isChoice(dataset: Dataset, { outcome, choices }: Json, { candidates }: One): boolean {
  const offered = choices.map(({ id }) => id);
  return outcome === 'choose' && candidates.every((each) => offered.includes(idOf(dataset, each) ?? ''));
}

function holds(dataset: Dataset, { facts }: Json, wanted: WantedFact, tolerance: number): boolean {
  const ids = [wanted.subject, ...wanted.altSubjects].map((each) => idOf(dataset, each));
  return facts.some(
    ({ subject: { id }, measure, unit, value }) =>
      ids.includes(id) &&
      unit === wanted.unit &&
      (measure === wanted.measure || (wanted.measure === 'remaining' && measure.startsWith('remaining'))) &&
      Math.abs(value - wanted.value) <= (wanted.tolerance ?? (unit === 'count' ? 0 : tolerance)) + 1e-9,
  );
}

function mentions({ text, facts }: Json, note: string | undefined): boolean {
  return note === undefined || new RegExp(note, 'i').test(text + JSON.stringify(facts));
}
