import type { z } from 'zod';
import type { Words } from '../place.ts';
import { wrongFormat, wrongId } from './formatWords.ts';
import { wrongSize, wrongType } from './valueWords.ts';

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

const OTHER: Words = {
  it: 'Non ha la forma che deve avere.',
  en: 'It has not the form that it must have.',
  adviceIt: 'Scriverlo come negli altri record.',
  adviceEn: 'Write it as in the other records.',
};
