import { check } from '../../src/check/check.ts';
import type { DataFile, DataFiles } from '../../src/check/files.ts';
import {
  type ProgrammeFile,
  programmeSchema,
  type SnapshotFile,
  snapshotSchema,
} from '../../src/model/schema.ts';
import { places } from './copy.ts';

export const both = (text: string) => ({ it: text, en: text });

/** Another programme than the real one: two axes, one of them technical assistance, and a table of rows. */
export const other: ProgrammeFile = programmeSchema.parse({
  id: 'programme',
  cci: null,
  name: both('Programma Prova'),
  short: both('Prova'),
  region: both('Altrove'),
  aliases: [],
  documents: [
    { id: 'report', title: both('Rapporto'), publisher: 'Altrove', page: 'page', dates: 'several' },
    { id: 'table', title: both('Tabella'), publisher: 'UE', page: 'row' },
  ],
  fundingSources: [],
  axes: [1, 2].map((number) => ({
    id: `axis-${number}`,
    number,
    name: both(`Asse ${number}`),
    short: both(`A${number}`),
    official: both(`Asse ${number}`),
    objective: null,
    aliases: [],
    ...(number === 2 ? { countsParticipants: false } : {}),
  })),
  priorities: [],
  indicators: [],
  initiatives: [],
  glossary: [],
  absent: [],
  sharedAliases: [],
});

export type Figures = SnapshotFile['sources'][number]['figures'];

export function snapshotOf(date: string, figures: Figures, document = 'report'): SnapshotFile {
  return snapshotSchema.parse({
    date,
    sources: [{ document, figures }],
    remarks: [],
    exceptions: [],
    notes: {},
  });
}

export function money(subject: string, measure: string, value: number): Figures[number] {
  const printed = String(value).replace('.', ',');
  return { subject, measure, value, unit: 'MEUR', page: 1, printed } as Figures[number];
}

export function files(programme: ProgrammeFile, ...snapshots: SnapshotFile[]): DataFiles {
  const at = <T>(file: string, content: T): DataFile<T> => ({
    file,
    content,
    placeOf: () => ({ line: 1, column: 1 }),
    recordOf: () => null,
  });
  return {
    programme: at('programme.json', programme),
    snapshots: snapshots.map((content) => at(`snapshots/${content.date}.json`, content)),
    drafted: new Set(),
    texts: new Map(),
    today: '2026-01-01',
  };
}

/** What the rules find in them, as `severity file path rule`. */
export const found = (...args: Parameters<typeof files>) => places(check(files(...args)));
