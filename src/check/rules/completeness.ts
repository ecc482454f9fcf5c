import { subjectsOf } from '../../model/dataset.ts';
import type { Finding } from '../../model/finding.ts';
import type { PublishedMeasure } from '../../model/measures.ts';
import type { Bilingual, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { recordName } from '../recordNames.ts';
import { type Row, rowsOf } from '../rows.ts';
import { silentRecords } from '../silentRecords.ts';

const OF_EVERY_PART = ['allocation', 'share'] as const;
const OF_EVERY_RESULT = ['value', 'target'] as const;
/** Up to so many are told one by one. */
const FEW = 3;

/**
 * Nothing is forgotten: what a document prints of one axis it prints of all, and no record is silent.
 * A partial snapshot may leave out what it likes, and breaks no record's silence unless all are partial.
 * A record that only a draft speaks of waits for it.
 * An initiative that falls silent has a rule of its own, `initiatives-gone`.
 */
export const completeness: Rule = (files) => [
  ...silentRecords(files),
  ...files.snapshots
    .filter(({ content }) => content.partial !== true)
    .flatMap((file) => documentsOf(file).flatMap((rows) => gaps(files.programme.content, file, rows))),
];

function documentsOf(file: DataFile<SnapshotFile>): readonly (readonly Row[])[] {
  const rows = rowsOf(file);
  const documents = [...new Set(rows.map(({ document }) => document))];
  return documents.map((id) => rows.filter(({ document }) => document === id));
}

/** What a document should have of a measure: the ids, and those of them that it has. */
type Expected = {
  readonly measure: PublishedMeasure;
  readonly ids: readonly string[];
  readonly lost: readonly string[];
};

/** A row that speaks of nothing there is may be the one that is missing: `references` says so. */
function gaps(
  programme: ProgrammeFile,
  file: DataFile<SnapshotFile>,
  rows: readonly Row[],
): readonly Finding[] {
  const known = new Set(subjectsOf(programme).map(({ id }) => id));
  const astray = new Set(rows.filter(({ subject }) => !known.has(subject)).map(({ measure }) => measure));
  const expected = [...parts(programme, rows), ...results(programme, rows)].filter(
    ({ measure }) => !astray.has(measure),
  );
  const lost = expected.flatMap(({ measure, lost }) => lost.map((id) => ({ id, measure })));
  const all = expected.reduce((count, { ids }) => count + ids.length, 0);
  return lost.length > FEW && lost.length * 2 > all
    ? [most(file, rows, lost, all)]
    : lost.map((one) => missing(programme, file, rows, one));
}

function parts(programme: ProgrammeFile, rows: readonly Row[]): readonly Expected[] {
  return [programme.axes, programme.fundingSources].flatMap((records) =>
    OF_EVERY_PART.flatMap((measure) => {
      const ids = records.map(({ id }) => id);
      const lost = ids.filter((id) => !has(rows, id, measure));
      return lost.length === ids.length ? [] : [{ measure, ids, lost }];
    }),
  );
}

function results(programme: ProgrammeFile, rows: readonly Row[]): readonly Expected[] {
  return programme.indicators
    .filter(({ kind }) => kind === 'result')
    .flatMap(({ id, targetYear }) => {
      const told = OF_EVERY_RESULT.filter((measure) => has(rows, id, measure));
      const due = OF_EVERY_RESULT.filter((measure) => measure !== 'target' || targetYear !== null);
      if (told.length === 0) return [];
      return due.map((measure) => ({ measure, ids: [id], lost: told.includes(measure) ? [] : [id] }));
    });
}

function has(rows: readonly Row[], subject: string, measure: PublishedMeasure): boolean {
  return rows.some((row) => row.subject === subject && row.measure === measure);
}

type Missing = { readonly id: string; readonly measure: PublishedMeasure };

/** At the figures of the document that should have it. */
const placeOf = ([beside]: readonly Row[]) => beside?.path.slice(0, -1) ?? ['sources'];

function missing(
  programme: ProgrammeFile,
  file: DataFile<SnapshotFile>,
  rows: readonly Row[],
  { id, measure }: Missing,
): Finding {
  const message: Bilingual = {
    it: `Manca "${measure}" di "${id}", che il documento stampa per gli altri.`,
    en: `"${measure}" of "${id}" is missing, which the document prints for the others.`,
  };
  return found(file, placeOf(rows), {
    rule: 'completeness',
    record: recordName(programme, id, measure),
    message,
    advice: {
      it: `Aggiungere una riga con "subject": "${id}", "measure": "${measure}".`,
      en: `Add a row with "subject": "${id}", "measure": "${measure}".`,
    },
  });
}

/** Where most are missing it is no oversight, row by row. */
function most(
  file: DataFile<SnapshotFile>,
  rows: readonly Row[],
  lost: readonly Missing[],
  all: number,
): Finding {
  const list = lost.map(({ id, measure }) => `${id} ${measure}`).join(', ');
  return found(file, placeOf(rows), {
    rule: 'completeness',
    message: {
      it: `Del documento mancano ${lost.length} righe sulle ${all} che vanno insieme: ${list}.`,
      en: `Of the document ${lost.length} rows are missing of the ${all} that go together: ${list}.`,
    },
    advice: {
      it: 'Aggiungerle; se il file ha solo una parte di quello che si sa, scrivere "partial": true sotto "date".',
      en: 'Add them; where the file holds only part of what is known write "partial": true under "date".',
    },
  });
}
