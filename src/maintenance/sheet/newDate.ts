import { diffDatasets } from '../../diff/diff.ts';
import { diffText } from '../../diff/text.ts';
import { isDraft, withDraft } from '../../load/withDraft.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import type { Checked } from '../form/edit.ts';

/**
 * A date from which nothing is answered yet, be it a draft, told by what changed since the date before; null for any
 * other date, and for a draft that cannot be read so far.
 */
export function newDateLines(
  { raw, loaded }: Extract<Checked, { readonly ok: true }>,
  { file, date }: { readonly file: string; readonly date: string },
  before: Dataset,
  locale: Locale,
): readonly string[] | null {
  if (before.snapshots.some((snapshot) => snapshot.date === date)) return null;
  const read = isDraft(raw, file) ? withDraft(raw, file) : { ok: true as const, dataset: loaded.dataset };
  if (!read.ok) return null;
  const diff = diffDatasets(before, read.dataset);
  const dates = diff.dates.filter(({ to }) => to === date);
  return dates.length > 0 ? diffText({ ...diff, records: [], dates }, locale).split('\n') : null;
}
