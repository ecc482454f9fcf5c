import Papa from 'papaparse';
import { RUNNABLE } from '../check/runnable.ts';
import { formula, number } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Fact, printedInputs } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { displayName } from '../model/names.ts';
import { factJson } from './json.ts';

/** Text is UTF-8. */
export type ExportFile = { readonly name: string; readonly data: string };

/**
 * The figures of an answer as CSV and JSON, sources included. The Italian CSV has semicolons, decimal commas, a byte
 * order mark and CRLF, so that Excel opens it as it is.
 */
export function exportFiles(dataset: Dataset, facts: readonly Fact[], locale: Locale): readonly ExportFile[] {
  const json = facts.map((fact) => factJson(dataset, fact, locale));
  return [
    { name: `${FILE[locale]}.csv`, data: csv(dataset, facts, locale) },
    { name: `${FILE[locale]}.json`, data: `${JSON.stringify(json, null, 2)}\n` },
  ];
}

const FILE = { it: 'cifre', en: 'figures' } as const;

function csv(dataset: Dataset, facts: readonly Fact[], locale: Locale): string {
  const { columns } = phrases[locale];
  const rows = facts.map((fact) => {
    const [first] = printedInputs(fact);
    const pages = [...new Set(printedInputs(fact).map(({ source }) => source.page))];
    return {
      [columns.subject]: displayName(dataset.programme, fact.subject),
      [columns.measure]: measureName(fact.measure, dataset, locale),
      [columns.value]: plainNumber(fact, locale),
      [columns.unit]: fact.unit,
      [columns.date]: fact.asOf,
      [columns.status]: phrases[locale].statuses[fact.status],
      [columns.document]: first.source.document.title[locale],
      [columns.page]: pages.join(' '),
      [columns.printed]: printedInputs(fact)
        .map(({ source }) => source.printed)
        .join(' '),
      [columns.formula]: fact.status === 'derived' ? formula(fact.formula, locale) : '',
      [columns.note]: fact.notes.map((note) => note[locale]).join(' '),
    };
  });
  const delimiter = locale === 'it' ? ';' : ',';
  return `\ufeff${Papa.unparse(rows, { delimiter, newline: '\r\n', escapeFormulae: RUNNABLE })}\r\n`;
}

/** Without thousands: a spreadsheet must read it as a number. */
function plainNumber(fact: Fact, locale: Locale): string {
  const grouped = number(fact.value, locale).replace('−', '-');
  return locale === 'it' ? grouped.replaceAll('.', '') : grouped.replaceAll(',', '');
}
