import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { LOCALES } from '../../src/model/locale.ts';
import { dataset, plain, question, shown } from '../desk.ts';

/** `topic` is null where the dataset has what is asked for, however near it comes to what it has not. */
const row = z.strictObject({ q: z.string(), locale: z.enum(LOCALES), topic: z.string().nullable() });
const rows = readFileSync(new URL('absent.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => row.parse(JSON.parse(line)));

/** A card breaks its lines: the beginning tells one answer from the others. */
const BEGINNING = 60;
const answers = dataset.programme.absent.flatMap(({ id, answer }) =>
  LOCALES.map((locale) => ({ id, begins: plain(answer[locale]).slice(0, BEGINNING) })),
);

it.each(rows)('"$q": $topic', ({ q, locale, topic }) => {
  const text = shown(question(q, locale)).replaceAll(/\s+/g, ' ');
  const told = answers.find(({ begins }) => text.includes(begins));
  expect(told?.id ?? null).toBe(topic);
});
