import type { z } from 'zod';
import { isDay } from '../../model/schema.ts';
import type { Words } from '../place.ts';
import { wrongSize, wrongType } from './valueWords.ts';
import { dayIn } from './writtenDay.ts';

type Issue = z.core.$ZodIssue;

/** What does not fit the schema, and what to write instead: Zod's own words, in either language, are for programmers. */
export function structureWords(issue: Issue): Words {
  const last = issue.path.at(-1);
  const key = String(last ?? '');
  const place = { key, listed: typeof last === 'number' };
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys);
    case 'invalid_type':
      return issue.input === undefined ? missing(key) : wrongType(issue.expected, issue.input, key);
    case 'invalid_value':
      return issue.input === undefined ? missing(key) : noneOf(issue.input, issue.values.map(String));
    case 'invalid_union':
      return noRule(issue, key);
    case 'too_small':
      return wrongSize(issue.origin, { least: Number(issue.minimum) }, place);
    case 'too_big':
      return wrongSize(issue.origin, { most: Number(issue.maximum) }, place);
    case 'invalid_format':
      return wrongFormat(issue.format, String(issue.input));
    case 'invalid_key':
      return wrongId(key);
    default:
      return OTHER;
  }
}

const missing = (key: string): Words => ({
  it: 'Manca una chiave.',
  en: 'A key is missing.',
  adviceIt: `Aggiungere la chiave "${key}".`,
  adviceEn: `Add the key "${key}".`,
});

const unknownKeys = (keys: readonly string[]): Words => ({
  it:
    keys.length === 1
      ? `La chiave "${keys[0]}" qui non esiste.`
      : `Queste chiavi qui non esistono: ${keys.join(', ')}.`,
  en:
    keys.length === 1
      ? `The key "${keys[0]}" does not exist here.`
      : `These keys do not exist here: ${keys.join(', ')}.`,
  adviceIt: 'Correggere il nome della chiave, o toglierla: i nomi ammessi sono in data/schema/.',
  adviceEn: 'Correct the name of the key, or remove it: data/schema/ lists the names allowed.',
});

function noneOf(input: unknown, allowed: readonly string[]): Words {
  const written = JSON.stringify(input);
  const list = allowed.join(', ');
  return {
    it: `${written} qui non è ammesso.`,
    en: `${written} is not allowed here.`,
    adviceIt: allowed.length === 1 ? `Scrivere ${list}, o togliere la chiave.` : `Scrivere uno di: ${list}.`,
    adviceEn: allowed.length === 1 ? `Write ${list}, or remove the key.` : `Write one of: ${list}.`,
  };
}

/** Which keys an exception has follows from its rule. */
function noRule(issue: Extract<Issue, { code: 'invalid_union' }>, key: string): Words {
  const options = 'options' in issue && issue.options ? issue.options.map(String) : [];
  const written = new Map(Object.entries(Object(issue.input))).get(key);
  return written === undefined ? missing(key) : noneOf(written, options);
}

/** `format` as Zod calls it. */
function wrongFormat(format: string, text: string): Words {
  if (format === 'date') return wrongDay(text);
  return format === 'url' ? wrongAddress(text) : wrongId(text);
}

/** A day that is not in the calendar, a day that is written in another way, or no date at all. */
function wrongDay(text: string): Words {
  const day = dayIn(text);
  if (day !== null && day !== text && isDay(day)) {
    return {
      it: `"${text}" non è scritto come anno-mese-giorno.`,
      en: `"${text}" is not written as year-month-day.`,
      adviceIt: `Scrivere "${day}".`,
      adviceEn: `Write "${day}".`,
    };
  }
  return {
    it: day === null ? `"${text}" non è una data.` : `Il giorno ${text} non esiste.`,
    en: day === null ? `"${text}" is not a date.` : `There is no day ${text}.`,
    adviceIt: 'Scrivere una data che esiste, come "2020-12-31".',
    adviceEn: 'Write a date that exists, such as "2020-12-31".',
  };
}

const wrongAddress = (text: string): Words => ({
  it: `"${text}" non è un indirizzo.`,
  en: `"${text}" is not an address.`,
  adviceIt: 'Scriverlo per intero, come "https://example.org/".',
  adviceEn: 'Write it in full, such as "https://example.org/".',
});

const wrongId = (text: string): Words => ({
  it: `"${text}" non va come id: ha solo lettere minuscole senza accenti, cifre e, fra queste, - o un punto.`,
  en: `"${text}" is not a valid id: an id has only lower-case letters without accents, digits and, between these, - or a point.`,
  adviceIt: 'Scriverlo come negli altri record, per esempio "axis-2".',
  adviceEn: 'Write it as in the other records, for example "axis-2".',
});

const OTHER: Words = {
  it: 'Non ha la forma che deve avere.',
  en: 'This does not have the form that it must have.',
  adviceIt: 'Scriverlo come negli altri record.',
  adviceEn: 'Write it as in the other records.',
};
