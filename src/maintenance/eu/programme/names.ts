import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Bilingual } from '../../../model/schema.ts';

/** What names.csv calls something that every programme of the funds has. */
export type Name = { readonly code: string; readonly name: Bilingual; readonly short: Bilingual };

type Kind = 'objective' | 'priority' | 'result' | 'document' | 'programme';

const { data } = Papa.parse<Readonly<Record<string, string>>>(
  readFileSync(new URL('./names.csv', import.meta.url), 'utf8'),
  { header: true, skipEmptyLines: true },
);

/** The names of a kind, in the order of the table; the Commission's files have codes, and English names at best. */
export function namesOf(kind: Kind): readonly Name[] {
  return data
    .filter((row) => row.kind === kind)
    .map(({ code = '', it = '', en = '', 'short it': shortIt = '', 'short en': shortEn = '' }) => ({
      code,
      name: { it, en },
      short: { it: shortIt || it, en: shortEn || en },
    }));
}

export const nameOf = (kind: Kind, code: string): Name | undefined =>
  namesOf(kind).find((name) => name.code === code);
