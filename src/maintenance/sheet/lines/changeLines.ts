import { day } from '../../../locale/format.ts';
import { subjectsOf } from '../../../model/dataset.ts';
import type { Locale } from '../../../model/locale.ts';
import { displayName, shortest } from '../../../model/names.ts';
import type { ProgrammeFile, SnapshotFile } from '../../../model/schema.ts';
import type { Edited } from '../edited.ts';
import type { NewRecord } from '../records/record.ts';
import { figureLines } from './figures.ts';
import { noteLines } from './notes.ts';
import { remarkLines } from './remarks.ts';
import { WORDS } from './words.ts';

/** What changes in a snapshot and its programme, a line for each thing, as a person would tell it. */
export function changeLines(
  { pairs, renamed, programme, records, snapshot }: Edited,
  before: SnapshotFile,
  locale: Locale,
): readonly string[] {
  const say = WORDS[locale];
  const subjects = new Map(subjectsOf(programme).map((subject) => [subject.id, subject]));
  const name = (id: string) => {
    const subject = subjects.get(id);
    return subject ? displayName(programme, subject) : id;
  };
  const follow = <T extends { readonly document: string }>(row: T): T => ({
    ...row,
    document: renamed.get(row.document) ?? row.document,
  });
  return [
    ...records.map((record) => recordLine(record, programme, locale)),
    ...[...renamed].map(([from, to]) => `~ ${say.document}: ${from} → ${to}`),
    ...figureLines(pairs, follow, name, locale),
    ...remarkLines(before.remarks.map(follow), snapshot.remarks, name, locale),
    ...noteLines(before.notes, snapshot.notes, locale),
  ];
}

function recordLine({ record, untranslated }: NewRecord, programme: ProgrammeFile, locale: Locale): string {
  const say = WORDS[locale];
  const places = subjectsOf(programme).filter(({ id }) => id === record.axis || id === record.priority);
  const where = places.map((place) => shortest(programme, place, locale)).join(', ');
  const english = untranslated ? say.untranslated : record.name.en;
  return `+ ${say.initiative}: ${record.printed} (${record.id}), ${where}; ${say.english}: ${english}`;
}

/** What heads a list of changes. */
export const changesOf = (date: string, locale: Locale): string => WORDS[locale].head(day(date, locale));
