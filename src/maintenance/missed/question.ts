import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LOCALES } from '../../model/locale.ts';
import { SHORTFALLS, type Shortfall } from '../../model/shortfall.ts';
import { COUNTED } from '../kept/counted.ts';
import { LONGEST_TEXT, safeOptions, shortOptions, shortText } from '../kept/shortText.ts';
import { withoutPersons } from '../kept/withoutPersons.ts';

/** Words beyond these are in the text. */
const MOST_WORDS = 20;
/** As many questions as one card answers. */
const MOST_REQUESTS = 3;

const text = z.string().max(LONGEST_TEXT);

const questionSchema = z.object({
  ...COUNTED,
  /** In which it was answered last. */
  locale: z.enum(LOCALES),
  /** The question, or the name in an option, in the person's own words as first written. */
  text,
  /** The command that it was given to. */
  command: text,
  why: z.enum(SHORTFALLS),
  words: z.array(text).max(MOST_WORDS),
  /** What was understood and answered all the same. */
  requests: z.array(z.object({ command: text, options: z.record(text, text) })).max(MOST_REQUESTS),
  /** Of the dataset that answered. */
  version: text,
});

/** A text that found no answer, as a line of `.history/missed.jsonl`; nothing says who. */
export type MissedQuestion = Readonly<z.infer<typeof questionSchema>>;
/** What an answer tells; the rest is of when and how often. */
export type Asked = Omit<MissedQuestion, 'first' | 'last' | 'times'>;

/** A question within the bounds, without what could name a person; null where nothing is left to read. */
export function asked({
  shortfall,
  ...question
}: Omit<Asked, 'key' | 'why' | 'words' | 'requests'> & {
  readonly shortfall: Shortfall;
  readonly requests: readonly {
    readonly command: string;
    readonly options: Readonly<Record<string, string>>;
  }[];
}): Asked | null {
  const text = shortText(withoutPersons(question.text));
  const plain = folded(text);
  if (plain === '') return null;
  const isWhole = plain === folded(question.text);
  return {
    ...question,
    key: createHash('sha256').update(plain).digest('hex').slice(0, 16),
    text,
    why: shortfall.why,
    words: shortfall.words
      .map((words) => shortText(isWhole ? words : wordsIn(plain, words)))
      .filter((words) => words !== '')
      .slice(0, MOST_WORDS),
    requests: question.requests.slice(0, MOST_REQUESTS).map(({ command, options }) => ({
      command,
      options: isWhole ? shortOptions(options) : safeOptions(options),
    })),
  };
}

/** A telephone number is several words, none of which is one; what it was joined to is still what nobody understood. */
function wordsIn(plain: string, words: string): string {
  const isIn = (word: string) => folded(word) !== '' && ` ${plain} `.includes(` ${folded(word)} `);
  if (isIn(words)) return words;
  const left = words.split(/\s+/).filter(isIn);
  return left.some((word) => /\p{L}{3}/u.test(word)) ? left.join(' ') : '';
}

/** Case, spaces and punctuation make no other question. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}%€]+/gu, ' ')
    .trim();
}

/** Null for what is no such question. */
export function asMissedQuestion(value: unknown): MissedQuestion | null {
  return questionSchema.safeParse(value).data ?? null;
}
