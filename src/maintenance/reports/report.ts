import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Fact, printedInputs } from '../../model/facts.ts';
import { LOCALES } from '../../model/locale.ts';

/** More than the longest question that is answered, and than any title. */
const LONGEST_TEXT = 600;
/** Of an answer with more figures the question and the request say the rest. */
const MOST_FIGURES = 6;
/** As many questions as one card answers. */
const MOST_REQUESTS = 3;

const text = z.string().max(LONGEST_TEXT);
const figureSchema = z.object({
  /** Id of the thing, measure, ISO date. */
  subject: text,
  measure: text,
  asOf: text,
  /** As the document prints it, the document's id, and what it counts its pages in. */
  printed: text,
  document: text,
  page: z.int(),
});

const reportSchema = z.object({
  /** Tells the answer apart from all others. */
  key: z.string().regex(/^[0-9a-f]{16}$/),
  /** ISO 8601; how often, first and last it was reported. */
  first: z.iso.datetime(),
  last: z.iso.datetime(),
  times: z.int().positive(),
  /** Of whoever pressed. */
  locale: z.enum(LOCALES),
  /** In the person's own words, where the message kept them. */
  question: text.nullable(),
  /** How the bot restated the question, and the line that it answered. */
  title: text,
  answer: text,
  requests: z.array(z.object({ command: text, options: z.record(text, text) })).max(MOST_REQUESTS),
  /** Published ones; of a computed figure those that it rests on. */
  figures: z.array(figureSchema).max(MOST_FIGURES),
  /** Of the dataset that answered. */
  version: text,
});

/** An answer that somebody doubts, as a line of `.history/reports.jsonl`; nothing says who. */
export type Report = Readonly<z.infer<typeof reportSchema>>;
/** What a press tells; the rest is of when and how often. */
export type Doubted = Omit<Report, 'key' | 'first' | 'last' | 'times'>;

/** A doubted answer within the bounds, without what could name a person. */
export function doubted(
  answer: Omit<Doubted, 'figures' | 'requests'> & {
    readonly facts: readonly Fact[];
    readonly requests: readonly {
      readonly command: string;
      readonly options: Readonly<Record<string, string>>;
    }[];
  },
): Doubted {
  const { facts, requests, question, ...rest } = answer;
  const figures = facts.flatMap(printedInputs).map(({ subject, measure, asOf, source }) => ({
    subject: short(subject.id),
    measure,
    asOf,
    printed: short(source.printed),
    document: short(source.document.id),
    page: source.page,
  }));
  const unique = new Map(figures.map((figure) => [JSON.stringify(figure), figure]));
  return {
    ...rest,
    title: short(rest.title),
    answer: short(rest.answer),
    question: question === null ? null : short(withoutPersons(question)),
    figures: [...unique.values()].slice(0, MOST_FIGURES),
    requests: requests
      .slice(0, MOST_REQUESTS)
      .map(({ command, options }) => ({ command, options: bounded(options) })),
  };
}

function bounded(options: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, short(value)]));
}

/** The same question, read and answered the same way, is one report. */
export function keyOf({ question, requests, figures }: Doubted): string {
  const asked = question?.toLowerCase().replace(/\s+/g, ' ').trim() ?? null;
  const told = JSON.stringify([asked, requests, figures]);
  return createHash('sha256').update(told).digest('hex').slice(0, 16);
}

/** Null for what is no report. */
export function asReport(line: string): Report | null {
  try {
    return reportSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

const GONE = '…';
/** Addresses, mentions and ids of Discord, names of accounts. */
const PERSONS: readonly RegExp[] = [
  /<?\bhttps?:\/\/[^\s<>]+>?/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /<(?:@[!&]?|#)\d+>/g,
  /\b\d{15,20}\b/g,
  /(?<![\w.])@[\w.]{2,32}/g,
];
/** Digits as people group those of a telephone; an amount has points and commas, or groups of three. */
const DIALLED = /(?<![\d.,])(?:\+|00)?\d(?:[\s()/-]{0,2}\d){7,14}(?![\d.,]*\d)/g;
const GROUPED = /^\d{1,3}(?: \d{3})+$/;

/** A text without addresses, telephone numbers, mentions and ids. */
export function withoutPersons(text: string): string {
  const plain = PERSONS.reduce((left, pattern) => left.replace(pattern, GONE), text);
  return plain.replace(DIALLED, (digits) => (isDialled(digits) ? GONE : digits));
}

/** With a country's code, a zero before the town's, or the ten digits of an Italian mobile. */
function isDialled(digits: string): boolean {
  const bare = digits.replace(/[\s()/-]/g, '');
  if (GROUPED.test(digits)) return false;
  return /^(?:\+|0)/.test(bare) || /^3\d{9}$/.test(bare);
}

/** On one line, without what a terminal would obey. */
function short(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Surrogate}]/gu, ' ').trim();
  if (plain.length <= LONGEST_TEXT) return plain;
  return `${plain.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
