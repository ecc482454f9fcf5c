import { dayIn } from '../../check/text/writtenDay.ts';
import { isDay } from '../../model/schema.ts';
import type { Read } from './interview.ts';
import { idsIn, type Known, labelOf, meantBy } from './known.ts';
import { addWords } from './words.ts';

/** How answers are read: each gives the value as the dataset writes it, or says why it is none. */

export const asIs = (text: string): Read => ({ value: text });

/** Several on one line, as `a, b; c`. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export function readId(known: Known): (text: string) => Read {
  const say = addWords[known.locale];
  return (text) => {
    if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(text) || text.length > 40) return { why: say.noId(text) };
    return idsIn(known).has(text) ? { why: say.idTaken(labelOf(known, text)) } : { value: text };
  };
}

export function readDay({ locale }: Known): (text: string) => Read {
  return (text) => {
    const day = dayIn(text);
    return day !== null && isDay(day) ? { value: day } : { why: addWords[locale].noDay(text) };
  };
}

/** A date of which there is a snapshot, be it a draft. */
export function readDate(known: Known): (text: string) => Read {
  const dates = known.snapshots.map(({ date }) => date);
  return (text) => {
    const read = readDay(known)(text);
    if (!('value' in read) || dates.includes(read.value)) return read;
    return { why: addWords[known.locale].noSnapshot(read.value, dates) };
  };
}

/** A record, named in any way by which a question may name it. */
export function readRecord(known: Known, kinds?: readonly string[]): (text: string) => Read {
  const say = addWords[known.locale];
  return (text) => {
    const ids = meantBy(known, text, kinds);
    const [only, ...others] = ids;
    if (only !== undefined && others.length === 0) return { value: only };
    return {
      why:
        ids.length > 0
          ? say.which(
              text,
              ids.map((id) => labelOf(known, id)),
            )
          : say.unknown(text),
    };
  };
}

/** One of a few words; `others` are words that mean one of them. */
export function readOneOf(
  { locale }: Known,
  values: readonly string[],
  others: Readonly<Record<string, string>> = {},
): (text: string) => Read {
  return (text) => {
    const plain = text.toLowerCase();
    const value = values.find((each) => each.toLowerCase() === plain) ?? others[plain];
    return value === undefined ? { why: addWords[locale].oneOf(text, values) } : { value };
  };
}

export function readCount({ locale }: Known): (text: string) => Read {
  return (text) => (/^[1-9]\d{0,6}$/.test(text) ? { value: text } : { why: addWords[locale].noCount(text) });
}

/** Whether a question was answered by yes; Ctrl+D and anything else is a no. */
export const isYes = (text: string): boolean => /^\s*(s|sì|si|y|yes)\s*$/i.test(text);
