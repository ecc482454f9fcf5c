import { day } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { amountRows, amountsOf, csvOf, wideRows } from './exportRows.ts';
import { factJson } from './json.ts';

/** Text is UTF-8. */
export type ExportFile = { readonly name: string; readonly data: string };

/** Longer names are cut by some mail programs; with the longest ending still within their 80 characters. */
const LONGEST_NAME = 64;

/**
 * The figures of an answer as CSV and JSON, sources included, and as a table with a column for each measure where there
 * are several. `title` is that of the answer's card: it names the files.
 */
export function exportFiles(
  dataset: Dataset,
  { title, facts }: { readonly title: string; readonly facts: readonly Fact[] },
  locale: Locale,
): readonly ExportFile[] {
  const name = fileName(title, facts, locale);
  const json = facts.map((fact) => factJson(dataset, fact, locale));
  const amounts = amountsOf(facts);
  const wide = wideRows(amounts, dataset, locale);
  return [
    { name: `${name}.csv`, data: csvOf(amountRows(amounts, dataset, locale), locale) },
    { name: `${name}.json`, data: `${JSON.stringify(json, null, 2)}\n` },
    ...(wide ? [{ name: `${name}-${phrases[locale].tableFile}.csv`, data: csvOf(wide, locale) }] : []),
  ];
}

/** "asse-ii-spesa-certificata-2020-12-31": letters and digits that every system takes, with dates that sort. */
function fileName(title: string, facts: readonly Fact[], locale: Locale): string {
  const dates = [...new Set(facts.map(({ asOf }) => asOf))];
  const { at, fallback } = phrases[locale].fileNames;
  const dated = dates.reduce(
    (text, date) =>
      text.replaceAll(` ${at} ${day(date, locale)}`, ` ${date}`).replaceAll(day(date, locale), date),
    title,
  );
  const plain = dated.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const name = words.reduce(
    (text, word) => (text.length + word.length < LONGEST_NAME ? `${text}-${word}` : text),
    '',
  );
  return name.slice(1) || fallback;
}
