import { subjectsOf } from '../../model/dataset.ts';
import { grouped } from '../../model/grouped.ts';
import type { PublishedMeasure } from '../../model/measures.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import type { Wrong } from '../found.ts';
import { recordName } from '../recordNames.ts';
import type { Row } from '../rows.ts';
import type { Rule } from '../rule.ts';

const OF_EVERY_PART = ['allocation', 'share'] as const;
const OF_EVERY_RESULT = ['value', 'target'] as const;
/** Up to this many are listed one by one. */
const FEW = 3;

/**
 * Nothing is forgotten: what a document prints of one axis it prints of all. A partial snapshot may leave out what it
 * likes. A row that speaks of nothing there is may be the one that is missing: `references` says so.
 */
export const completeness: Rule = {
  id: 'completeness',
  *snapshot({ content, rows }, { programme, earlier }) {
    if (content.partial === true) return;
    const known = new Set(subjectsOf(programme).map(({ id }) => id));
    for (const [document, own] of grouped(rows, ({ document }) => document)) {
      const astray = new Set(own.filter(({ subject }) => !known.has(subject)).map(({ measure }) => measure));
      const begun = begunIn(programme, document, [...earlier.flatMap((other) => other.rows), ...rows]);
      const expected = [...parts(begun, own), ...results(programme, own)];
      yield* gaps(
        programme,
        own,
        expected.filter(({ measure }) => !astray.has(measure)),
      );
    }
  },
};

/**
 * Of what is imported an axis may begin later than the others: it is missed from the first date on at which the document
 * speaks of it.
 */
function begunIn(programme: ProgrammeFile, document: string, rows: readonly Row[]) {
  const { axes, documents, fundingSources } = programme;
  if (documents.find(({ id }) => id === document)?.import === undefined) return { axes, fundingSources };
  const own = rows.filter((row) => row.document === document);
  return { axes: axes.filter(({ id }) => own.some(({ subject }) => subject === id)), fundingSources };
}

/** The ids for which a document should print a measure, and those for which the measure is missing. */
type Expected = {
  readonly measure: PublishedMeasure;
  readonly ids: readonly string[];
  readonly lost: readonly string[];
};

/** Placed at the figures of the document. Where most rows are missing, one finding is enough. */
function gaps(
  programme: ProgrammeFile,
  rows: readonly Row[],
  expected: readonly Expected[],
): readonly Wrong[] {
  const lost = expected.flatMap(({ measure, lost }) => lost.map((id) => ({ id, measure })));
  const all = expected.reduce((count, { ids }) => count + ids.length, 0);
  const path = rows[0]?.path.slice(0, -1) ?? ['sources'];
  if (lost.length > FEW && lost.length * 2 > all) {
    const list = lost.map(({ id, measure }) => `${id} ${measure}`).join(', ');
    return [
      {
        path,
        it: `Del documento mancano ${lost.length} righe sulle ${all} che vanno insieme: ${list}.`,
        en: `Of the document ${lost.length} rows are missing of the ${all} that go together: ${list}.`,
        adviceIt:
          'Aggiungerle; se il file ha solo una parte di quello che si sa, scrivere "partial": true sotto "date".',
        adviceEn:
          'Add them; where the file holds only part of what is known write "partial": true under "date".',
      },
    ];
  }
  return lost.map(({ id, measure }) => ({
    path,
    record: recordName(programme, id, measure),
    it: `Manca "${measure}" di "${id}", che il documento stampa per gli altri.`,
    en: `"${measure}" of "${id}" is missing, which the document prints for the others.`,
    adviceIt: `Aggiungere una riga con "subject": "${id}", "measure": "${measure}".`,
    adviceEn: `Add a row with "subject": "${id}", "measure": "${measure}".`,
  }));
}

function parts(
  { axes, fundingSources }: Pick<ProgrammeFile, 'axes' | 'fundingSources'>,
  rows: readonly Row[],
): readonly Expected[] {
  return [axes, fundingSources].flatMap((records) =>
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
      const printed = OF_EVERY_RESULT.filter((measure) => has(rows, id, measure));
      const due = OF_EVERY_RESULT.filter((measure) => measure !== 'target' || targetYear !== null);
      if (printed.length === 0) return [];
      return due.map((measure) => ({ measure, ids: [id], lost: printed.includes(measure) ? [] : [id] }));
    });
}

function has(rows: readonly Row[], subject: string, measure: PublishedMeasure): boolean {
  return rows.some((row) => row.subject === subject && row.measure === measure);
}
