import type { Finding } from '../../model/finding.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { leftIn } from '../drafts.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';

/** With fewer figures than these two dates may well agree. */
const SEVERAL = 10;

/**
 * Old figures under a new date: what is left where a file is copied and only its date is changed. A draft is such a
 * copy until it is confirmed.
 */
export const republished: Rule = ({ programme, snapshots }) => {
  const lasting = new Set(
    programme.content.documents
      .filter(({ page, dates }) => page === 'row' || dates === 'several')
      .map(({ id }) => id),
  );
  return snapshots.flatMap((file, at) => {
    if (leftIn(file.content).length > 0) return [];
    const earlier = snapshots.slice(0, at);
    return [...sameDocuments(file, earlier, lasting), ...sameFigures(file, earlier)];
  });
};

function sameDocuments(
  file: DataFile<SnapshotFile>,
  earlier: readonly DataFile<SnapshotFile>[],
  lasting: ReadonlySet<string>,
): readonly Finding[] {
  return file.content.sources.flatMap(({ document }, at) => {
    const before = earlier.findLast(({ content }) =>
      content.sources.some((source) => source.document === document),
    );
    if (lasting.has(document) || !before) return [];
    const { date } = before.content;
    return [
      found(file, ['sources', at, 'document'], {
        rule: 'republished',
        severity: 'warning',
        message: {
          it: `"${document}" è già il documento del ${date}.`,
          en: `"${document}" is the document of ${date} already.`,
        },
        advice: {
          it: 'Descrivere il documento nuovo in programme.json e scriverlo qui; se uno solo dà le cifre di più date, scrivervi "dates": "several".',
          en: 'Describe the new document in programme.json and write it here; if a single one gives the figures of several dates, write "dates": "several" there.',
        },
      }),
    ];
  });
}

function sameFigures(
  file: DataFile<SnapshotFile>,
  earlier: readonly DataFile<SnapshotFile>[],
): readonly Finding[] {
  const before = earlier.findLast(({ content }) => content.partial !== true);
  const rows = figuresOf(file);
  if (!before || file.content.partial === true || rows.length < SEVERAL) return [];
  const known = new Set(figuresOf(before));
  if (!rows.every((row) => known.has(row))) return [];
  const { date } = before.content;
  return [
    found(file, ['date'], {
      rule: 'republished',
      severity: 'warning',
      message: {
        it: `Tutte le cifre sono quelle del ${date}.`,
        en: `Every figure is that of ${date}.`,
      },
      advice: {
        it: 'Forse il file è stato copiato e solo la data è nuova: iniziare una data con npm run new:snapshot.',
        en: 'The file may have been copied and only its date be new: begin a date with npm run new:snapshot.',
      },
    }),
  ];
}

const figuresOf = (file: DataFile<SnapshotFile>) =>
  rowsOf(file).map(({ subject, measure, unit, value }) => `${subject} ${measure} ${unit} ${value}`);
