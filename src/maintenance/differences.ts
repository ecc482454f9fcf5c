import { type DateDiff, diffDatasets } from '../diff/diff.ts';
import { diffText } from '../diff/text.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';

/** What changes from one dataset to another as a person reads it, and how many changes that are. */
type Differences = { readonly lines: readonly string[]; readonly count: number };

export function differences(before: Dataset, after: Dataset, locale: Locale): Differences {
  const diff = diffDatasets(before, after);
  const count = diff.records.length + diff.dates.reduce((sum, date) => sum + changesOf(date), 0);
  const lines = count === 0 ? [] : diffText(diff, locale).split('\n');
  return { lines: lines.filter((line) => line !== ''), count };
}

/** A date that comes or goes is one change more than its figures. */
function changesOf({ kind, changes, partial, remarks, exceptions, notes }: DateDiff): number {
  const lists = [changes, notes, remarks.added, remarks.removed, exceptions.added, exceptions.removed];
  const whole = kind === 'new' || kind === 'gone' ? 1 : 0;
  return lists.reduce((sum, list) => sum + list.length, whole + (partial === null ? 0 : 1));
}
