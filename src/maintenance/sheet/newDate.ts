import { diffDatasets } from '../../diff/diff.ts';
import { diffText } from '../../diff/text.ts';
import type { Loaded } from '../../load/load.ts';
import type { RawDataset } from '../../load/read.ts';
import { isDraft, withDraft } from '../../load/withDraft.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';

/**
 * A date from which nothing is answered yet, be it a draft, told by what changed since the date before; null for any
 * other date, and for a draft that cannot be read so far.
 */
export function newDateLines(
  { raw, loaded }: { readonly raw: RawDataset; readonly loaded: Extract<Loaded, { ok: true }> },
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
