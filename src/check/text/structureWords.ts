import type { z } from 'zod';
import { wrongFormat, wrongId } from './formatWords.ts';
import { type Said, said, wrongSize, wrongType } from './valueWords.ts';

type Issue = z.core.$ZodIssue;

/** What does not fit the schema, and what to write instead: Zod's own words are for programmers. */
export function structureWords(issue: Issue): Said {
  const key = String(issue.path.at(-1) ?? '');
  const listed = typeof issue.path.at(-1) === 'number';
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
      return wrongSize(issue.origin, { least: Number(issue.minimum), key, listed });
    case 'too_big':
      return wrongSize(issue.origin, { most: Number(issue.maximum), key, listed });
    case 'invalid_format':
      return wrongFormat(issue.format, String(issue.input));
    case 'invalid_key':
      return wrongId(key);
    default:
      return OTHER;
  }
}

const missing = (key: string): Said => ({
  message: said('Manca una chiave.', 'A key is missing.'),
  advice: said(`Aggiungere la chiave "${key}".`, `Add the key "${key}".`),
});

const unknownKeys = (keys: readonly string[]): Said => ({
  message:
    keys.length === 1
      ? said(`La chiave "${keys[0]}" qui non esiste.`, `The key "${keys[0]}" does not exist here.`)
      : said(
          `Queste chiavi qui non esistono: ${keys.join(', ')}.`,
          `These keys do not exist here: ${keys.join(', ')}.`,
        ),
  advice: said(
    'Correggere il nome della chiave, o toglierla: i nomi ammessi sono in data/schema/.',
    'Correct the name of the key, or remove it: data/schema/ lists the names allowed.',
  ),
});

function noneOf(input: unknown, allowed: readonly string[]): Said {
  const written = JSON.stringify(input);
  const [only, ...others] = allowed;
  return {
    message: said(`${written} qui non è ammesso.`, `${written} is not allowed here.`),
    advice:
      others.length === 0
        ? said(`Scrivere ${only}, o togliere la chiave.`, `Write ${only}, or remove the key.`)
        : said(`Scrivere uno di: ${allowed.join(', ')}.`, `Write one of: ${allowed.join(', ')}.`),
  };
}

/** Which keys an exception has follows from its rule. */
function noRule(issue: Extract<Issue, { code: 'invalid_union' }>, key: string): Said {
  const options = 'options' in issue && issue.options ? issue.options.map(String) : [];
  const record: unknown = issue.input;
  const fields = typeof record === 'object' && record !== null ? Object.entries(record) : [];
  const [, written] = fields.find(([name]) => name === key) ?? [];
  return written === undefined ? missing(key) : noneOf(written, options);
}

const OTHER: Said = {
  message: said('Non ha la forma che deve avere.', 'It has not the form that it must have.'),
  advice: said('Scriverlo come negli altri record.', 'Write it as in the other records.'),
};
