import Papa from 'papaparse';
import { RUNNABLE } from '../check/runnable.ts';
import type { Dataset, Snapshot } from '../model/dataset.ts';
import { datasetAt } from '../model/datedNames.ts';
import { publishedFact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { citationJson, factJson } from '../render/json.ts';

type Wish = { readonly csv: boolean; readonly date?: string | undefined; readonly locale: Locale };

/**
 * Every published figure, once for each place in which it is printed, as JSON lines or CSV lines.
 * Null where there is no snapshot of the date; without a date, those of every snapshot.
 */
export function factLines(dataset: Dataset, { csv, date, locale }: Wish): readonly string[] | null {
  const snapshots = dataset.snapshots
    .filter((snapshot) => date === undefined || snapshot.date === date)
    .flatMap((snapshot) => namedThen(dataset, snapshot));
  if (snapshots.length === 0) return null;
  const rows = snapshots.flatMap(({ figures }) =>
    figures.flatMap((figure) => {
      const fact = factJson(dataset, publishedFact(figure), locale);
      const printings = figure.sum ? [figure.source] : [figure.source, ...figure.also];
      return printings.map((citation) => ({ ...fact, source: citationJson(citation) }));
    }),
  );
  return csv ? csvLines(rows) : rows.map((row) => JSON.stringify(row));
}

/** A figure is of what was called so at its date. */
function namedThen(dataset: Dataset, { date }: Snapshot): readonly Snapshot[] {
  return datasetAt(dataset, date).snapshots.filter((snapshot) => snapshot.date === date);
}

function csvLines(rows: readonly ReturnType<typeof factJson>[]): readonly string[] {
  const flat = rows.map(({ subject, measure, value, unit, asOf, status, source, note }) => ({
    kind: subject.kind,
    id: subject.id,
    name: subject.name,
    measure,
    value,
    unit,
    asOf,
    status,
    document: source.document,
    page: source.page,
    printed: source.printed,
    note: note ?? '',
  }));
  return Papa.unparse(flat, { escapeFormulae: RUNNABLE, newline: '\n' }).split('\n');
}
