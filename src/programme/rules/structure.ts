import { z } from 'zod';
import { MOST_OF_A_FILE, others } from '../capped.ts';
import { type Bearings, found } from '../files.ts';
import type { Finding } from '../finding.ts';
import type { ParsedJson, Path } from '../json.ts';
import type { Bilingual } from '../schema.ts';

const speakers = { it: z.locales.it().localeError, en: z.locales.en().localeError };

/** The content where it fits the schema, else what does not. Runs before every other rule, file by file. */
export function structure<S extends z.ZodType>(
  schema: S,
  file: string,
  { value, placeOf }: ParsedJson,
  recordOf: Bearings['recordOf'],
): { ok: true; content: z.output<S> } | { ok: false; findings: readonly Finding[] } {
  const english = schema.safeParse(value, { error: speakers.en, reportInput: true });
  if (english.success) return { ok: true, content: english.data };
  const italian = schema.safeParse(value, { error: speakers.it }).error?.issues ?? [];
  const { issues } = english.error;
  const findings = issues.slice(0, MOST_OF_A_FILE).map((issue, at) =>
    found({ file, content: value, placeOf, recordOf }, wrongAt(issue), {
      rule: 'structure',
      message: isMissing(issue)
        ? { it: 'Manca una chiave.', en: 'A key is missing.' }
        : { it: sentence(italian[at]?.message ?? issue.message), en: sentence(issue.message) },
      advice: advise(issue),
    }),
  );
  return { ok: false, findings: [...findings, ...others(file, 'error', issues.length - findings.length)] };
}

type Issue = z.core.$ZodIssue;

/** An unknown key is itself the place, not the object around it. */
function wrongAt(issue: Issue): Path {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
}

const isMissing = (issue: Issue) => issue.code === 'invalid_type' && issue.input === undefined;

const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`);

function advise(issue: Issue): Bilingual {
  const key = String(issue.path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        it: 'Correggere il nome della chiave, o toglierla: i nomi ammessi sono in data/schema/.',
        en: 'Correct the name of the key, or remove it: data/schema/ lists the names allowed.',
      };
    case 'invalid_type':
      return isMissing(issue)
        ? { it: `Aggiungere la chiave "${key}".`, en: `Add the key "${key}".` }
        : { it: `Scrivere ${expected(issue, 'it')}.`, en: `Write ${expected(issue, 'en')}.` };
    case 'invalid_value':
      return {
        it: `Scrivere uno di: ${issue.values.map(String).join(', ')}.`,
        en: `Write one of: ${issue.values.map(String).join(', ')}.`,
      };
    case 'invalid_format':
      return issue.format === 'date'
        ? {
            it: 'Scrivere una data che esiste, come "2020-12-31".',
            en: 'Write a date that exists, such as "2020-12-31".',
          }
        : {
            it: 'Scriverlo come negli altri record, per esempio "axis-2".',
            en: 'Write it as in the other records, for example "axis-2".',
          };
    default:
      return {
        it: `Correggere "${key}" come negli altri record.`,
        en: `Correct "${key}" as in the other records.`,
      };
  }
}

const EXPECTED: Readonly<Record<string, Bilingual>> = {
  number: { it: 'un numero senza virgolette, come 109.8', en: 'a number without quotes, such as 109.8' },
  string: { it: 'un testo fra virgolette', en: 'a text in quotes' },
  array: { it: 'un elenco fra [ ]', en: 'a list in [ ]' },
  object: { it: 'un oggetto fra { }', en: 'an object in { }' },
  int: { it: 'un numero intero', en: 'a whole number' },
};

function expected(issue: Extract<Issue, { code: 'invalid_type' }>, locale: 'it' | 'en'): string {
  return EXPECTED[issue.expected]?.[locale] ?? issue.expected;
}
