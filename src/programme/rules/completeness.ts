import { newest } from '../dataset.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import type { Finding } from '../finding.ts';
import type { PublishedMeasure } from '../measures.ts';
import { recordName } from '../recordNames.ts';
import { type Row, rowsOf } from '../rows.ts';
import type { Bilingual, ProgrammeFile, SnapshotFile } from '../schema.ts';

const KINDS = ['fundingSources', 'axes', 'indicators', 'initiatives'] as const;
const OF_EVERY_PART = ['allocation', 'share'] as const;
const OF_EVERY_RESULT = ['value', 'target'] as const;

/**
 * Nothing is forgotten: what a document prints of one axis it prints of all, and no record is silent.
 * A partial snapshot may leave out what it likes, and breaks no record's silence unless all are partial.
 * A record that only a draft speaks of waits for it.
 * An initiative that falls silent has a rule of its own, `initiatives-gone`.
 */
export const completeness: Rule = ({ programme, snapshots, drafted }) => [
  ...silentRecords(programme, snapshots, drafted),
  ...snapshots
    .filter(({ content }) => content.partial !== true)
    .flatMap((file) =>
      documentsOf(file).flatMap((rows) => [
        ...parts(programme.content, file, rows),
        ...results(programme.content, file, rows),
      ]),
    ),
];

function silentRecords(
  programme: DataFile<ProgrammeFile>,
  snapshots: readonly DataFile<SnapshotFile>[],
  drafted: ReadonlySet<string>,
): readonly Finding[] {
  const mentioned = snapshots.map((file) => ({
    partial: file.content.partial,
    ids: new Set([...rowsOf(file), ...file.content.remarks].map(({ subject }) => subject)),
  }));
  const latest = newest(mentioned);
  return KINDS.flatMap((kind) =>
    programme.content[kind].flatMap(({ id }, at) => {
      if (latest?.ids.has(id)) return [];
      const ever = mentioned.some(({ partial, ids }) => partial === latest?.partial && ids.has(id));
      if (ever && kind === 'initiatives') return [];
      return [
        found(programme, [kind, at], {
          rule: 'completeness',
          severity: ever || drafted.has(id) ? 'warning' : 'error',
          message: ever
            ? {
                it: `Lo snapshot più recente non dice nulla di "${id}".`,
                en: `The latest snapshot says nothing of "${id}".`,
              }
            : { it: `Nessuno snapshot dice nulla di "${id}".`, en: `No snapshot says anything of "${id}".` },
          advice: {
            it: `Aggiungere una cifra o un’osservazione con "subject": "${id}", o togliere il record.`,
            en: `Add a figure or a remark with "subject": "${id}", or remove the record.`,
          },
        }),
      ];
    }),
  );
}

function documentsOf(file: DataFile<SnapshotFile>): readonly (readonly Row[])[] {
  const rows = rowsOf(file);
  const documents = [...new Set(rows.map(({ document }) => document))];
  return documents.map((id) => rows.filter(({ document }) => document === id));
}

function parts(
  programme: ProgrammeFile,
  file: DataFile<SnapshotFile>,
  rows: readonly Row[],
): readonly Finding[] {
  return [programme.axes, programme.fundingSources].flatMap((records) =>
    OF_EVERY_PART.flatMap((measure) => {
      const printed = records.filter(({ id }) => has(rows, id, measure));
      if (printed.length === 0) return [];
      return records
        .filter((record) => !printed.includes(record))
        .map(({ id }) => missing(programme, file, rows, { id, measure }));
    }),
  );
}

function results(
  programme: ProgrammeFile,
  file: DataFile<SnapshotFile>,
  rows: readonly Row[],
): readonly Finding[] {
  return programme.indicators
    .filter(({ kind }) => kind === 'result')
    .flatMap(({ id, targetYear }) => {
      const absent = OF_EVERY_RESULT.filter((measure) => !has(rows, id, measure));
      const [only] = absent;
      const untargeted = only === 'target' && targetYear === null;
      return only && absent.length === 1 && !untargeted
        ? [missing(programme, file, rows, { id, measure: only })]
        : [];
    });
}

function has(rows: readonly Row[], subject: string, measure: PublishedMeasure): boolean {
  return rows.some((row) => row.subject === subject && row.measure === measure);
}

type Missing = { readonly id: string; readonly measure: PublishedMeasure };

/** At the figures of the document that should have it. */
function missing(
  programme: ProgrammeFile,
  file: DataFile<SnapshotFile>,
  [beside]: readonly Row[],
  { id, measure }: Missing,
): Finding {
  const message: Bilingual = {
    it: `Manca "${measure}" di "${id}", che il documento stampa per gli altri.`,
    en: `"${measure}" of "${id}" is missing, which the document prints for the others.`,
  };
  return found(file, beside?.path.slice(0, -1) ?? ['sources'], {
    rule: 'completeness',
    record: recordName(programme, id, measure),
    message,
    advice: {
      it: `Aggiungere una riga con "subject": "${id}", "measure": "${measure}".`,
      en: `Add a row with "subject": "${id}", "measure": "${measure}".`,
    },
  });
}
