import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Fact, printedInputs } from '../../model/facts.ts';
import { LOCALES } from '../../model/locale.ts';
import { COUNTED } from '../kept/counted.ts';
import { LONGEST_TEXT, safeOptions, shortOptions, shortText } from '../kept/shortText.ts';
import { withoutPersons } from '../kept/withoutPersons.ts';

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
  ...COUNTED,
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
    subject: shortText(subject.id),
    measure,
    asOf,
    printed: shortText(source.printed),
    document: shortText(source.document.id),
    page: source.page,
  }));
  const unique = new Map(figures.map((figure) => [JSON.stringify(figure), figure]));
  const anonymous = question === null ? null : withoutPersons(question);
  const toOptions = anonymous === question ? shortOptions : safeOptions;
  return {
    ...rest,
    title: shortText(withoutPersons(rest.title)),
    answer: shortText(withoutPersons(rest.answer)),
    question: anonymous === null ? null : shortText(anonymous),
    figures: [...unique.values()].slice(0, MOST_FIGURES),
    requests: requests
      .slice(0, MOST_REQUESTS)
      .map(({ command, options }) => ({ command, options: toOptions(options) })),
  };
}

/** The same question, read and answered the same way, is one report. */
export function keyOf({ question, requests, figures }: Doubted): string {
  const asked = question?.toLowerCase().replace(/\s+/g, ' ').trim() ?? null;
  const told = JSON.stringify([asked, requests, figures]);
  return createHash('sha256').update(told).digest('hex').slice(0, 16);
}

/** Null for what is no report. */
export function asReport(value: unknown): Report | null {
  return reportSchema.safeParse(value).data ?? null;
}
