import { RECORD_LISTS } from '../../diff/changes.ts';
import { parsedFile } from '../../load/parsed.ts';
import { PROGRAMME_FILE, type RawDataset } from '../../load/read.ts';
import { type Dataset, type Subject, subjectsOf } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import { displayName } from '../../model/names.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { buildNameIndex, match, type NameIndex } from '../../search/matcher.ts';
import { namedTerms, namedThings } from '../../search/names.ts';
import { fileIn } from '../form/edit.ts';
import { content } from '../form/formatted.ts';

/** What is there already, by which answers are understood and defaults are proposed. */
export type Known = {
  readonly locale: Locale;
  readonly dataset: Dataset;
  /** As the file holds it, comments included. */
  readonly programme: ProgrammeFile;
  /** Every snapshot that has the right structure, drafts included; from the oldest. */
  readonly snapshots: readonly SnapshotFile[];
  readonly names: NameIndex;
};

export function knownOf(raw: RawDataset, dataset: Dataset, locale: Locale): Known | null {
  const file = fileIn(raw, PROGRAMME_FILE);
  if (!file) return null;
  const programme = content(file) as ProgrammeFile;
  const snapshots = raw.files.flatMap((each) =>
    parsedFile(each).snapshot ? [content(each) as SnapshotFile] : [],
  );
  const names = buildNameIndex([...namedThings(programme), ...namedTerms(programme)]);
  return { locale, dataset, programme, snapshots, names };
}

/** The date that a new figure is most likely of: the latest that is not partial, be it a draft. */
export function latestDate({ snapshots }: Known): string {
  const whole = snapshots.filter(({ partial }) => partial !== true);
  return (whole.at(-1) ?? snapshots.at(-1))?.date ?? '';
}

export function subjectOf({ programme }: Known, id: string): Subject | undefined {
  return subjectsOf(programme).find((subject) => subject.id === id);
}

/** "Nidi gratis (nidi-gratis)": what tells a record from the others. */
export function labelOf({ programme, names }: Known, id: string): string {
  const subject = subjectsOf(programme).find((each) => each.id === id);
  const name = subject ? displayName(programme, subject) : names.named.find((each) => each.id === id)?.name;
  return `${name ?? id} (${id})`;
}

/** The ids of records that a text may mean, the likeliest first; one where it means that one. */
export function meantBy({ names }: Known, text: string, kinds?: readonly string[]): readonly string[] {
  const exact = names.named.find(({ id, kind }) => id === text.trim() && (!kinds || kinds.includes(kind)));
  if (exact) return [exact.id];
  const { best, rivals, candidates } = match(names, text, kinds ? { kinds } : {});
  if (best) return [best.id];
  const all = rivals.length > 0 ? rivals : candidates.map(({ named }) => named);
  return all.slice(0, MOST).map(({ id }) => id);
}

const MOST = 8;

/** The ids of records that sound like a name; none where nothing does. */
export function nearTo({ names }: Known, name: string, kinds: readonly string[]): readonly string[] {
  const { outcome, best, rivals } = match(names, name, { kinds });
  return outcome === 'none' ? [] : (best ? [best] : rivals).map(({ id }) => id);
}

/** Every id that is taken, of whatever kind of record. */
export function idsIn({ programme }: Known): ReadonlySet<string> {
  const lists = RECORD_LISTS.flatMap((list): readonly { readonly id: string }[] => programme[list]);
  return new Set([programme.id, ...lists.map(({ id }) => id)]);
}
