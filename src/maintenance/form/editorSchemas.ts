import { parsedFile } from '../../load/parsed.ts';
import type { RawFile } from '../../load/read.ts';
import { phrases } from '../../locale/phrases.ts';
import { type Subject, subjectsOf } from '../../model/dataset.ts';
import { type Choice, jsonSchemas } from '../../model/json-schema.ts';
import type { Locale } from '../../model/locale.ts';
import { displayName } from '../../model/names.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';

/** What maintainers read beside a choice; the documents and their names are in Italian. */
const LOCALE: Locale = 'it';

/**
 * The files of data/schema/ for a dataset: with its own subjects, documents and notes to choose from.
 * Null where programme.json is broken.
 */
export function schemasFor(files: readonly RawFile[]): Readonly<Record<string, string>> | null {
  const parsed = files.map((raw) => parsedFile(raw));
  const programme = parsed.find((file) => file.programme !== null)?.programme?.content;
  return programme
    ? editorSchemas(
        programme,
        parsed.flatMap(({ snapshot }) => snapshot?.content ?? []),
      )
    : null;
}

function editorSchemas(
  programme: ProgrammeFile,
  snapshots: readonly SnapshotFile[],
): Readonly<Record<string, string>> {
  const subjects = subjectsOf(programme);
  const named = (kind: Subject['kind'] | null) =>
    subjects
      .filter((subject) => kind === null || subject.kind === kind)
      .map((subject): Choice => ({ value: subject.id, meaning: displayName(programme, subject) }));
  const { measures } = phrases[LOCALE];
  return jsonSchemas({
    of: {
      subject: named(null),
      axis: named('axis'),
      priority: named('priority'),
      document: programme.documents.map(({ id, title }) => ({ value: id, meaning: title[LOCALE] })),
      note: notesOf(snapshots),
    },
    meanings: { ...measures, ...UNITS },
  });
}

const UNITS = {
  MEUR: 'milioni di euro',
  EUR: 'euro',
  count: 'numero di persone, progetti o altro',
  percent: 'percentuale',
} as const;

/** A key may stand in several snapshots: the newest says it. */
function notesOf(snapshots: readonly SnapshotFile[]): readonly Choice[] {
  const notes = Object.assign({}, ...snapshots.map(({ notes }) => notes)) as SnapshotFile['notes'];
  return Object.entries(notes)
    .map(([value, note]) => ({ value, meaning: note[LOCALE] }))
    .toSorted((a, b) => (a.value < b.value ? -1 : 1));
}
