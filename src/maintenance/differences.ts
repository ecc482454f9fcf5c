import { countOf } from '../diff/changes.ts';
import { diffDatasets } from '../diff/diff.ts';
import { newDateLines } from '../diff/newDates.ts';
import { diffText } from '../diff/text.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';

/** What changes from one dataset to another as a person reads it, and how many changes that are. */
type Differences = { readonly lines: readonly string[]; readonly count: number };

/** A line for each date that only the second dataset has. */
export function newDates(before: Dataset, after: Dataset, locale: Locale): readonly string[] {
  return newDateLines(diffDatasets(before, after), locale);
}

export function differences(before: Dataset, after: Dataset, locale: Locale): Differences {
  const diff = diffDatasets(before, after);
  const count = diff.records.length + diff.dates.reduce((sum, date) => sum + countOf(date), 0);
  const lines = count === 0 ? [] : diffText(diff, locale).split('\n');
  return { lines: lines.filter((line) => line !== ''), count };
}
