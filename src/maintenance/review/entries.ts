import { isUntouched } from '../../check/drafts.ts';
import type { FigureRow, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import type { State } from './types.ts';

/** A draft, and the date that it was begun from. */
export type Drafted = {
  readonly draft: SnapshotFile;
  readonly base: SnapshotFile;
  readonly programme: ProgrammeFile;
};

/** A record of the draft that is to be looked at; `source` and `at` are its place, `at` null where it is left out. */
export type FigureEntry = {
  readonly kind: 'figure';
  readonly key: string;
  readonly state: State;
  readonly source: number;
  readonly at: number | null;
  readonly document: string;
  readonly row: FigureRow;
  readonly before: FigureRow | null;
};
type Remark = SnapshotFile['remarks'][number];
type Note = SnapshotFile['notes'][string];
type RemarkEntry = {
  readonly kind: 'remark';
  readonly key: string;
  readonly state: State;
  readonly at: number | null;
  readonly remark: Remark;
  readonly before: Remark | null;
};
type NoteEntry = {
  readonly kind: 'note';
  readonly key: string;
  readonly state: State;
  readonly name: string;
  readonly note: Note;
  readonly before: Note | null;
};
type DocumentEntry = {
  readonly kind: 'document';
  readonly key: string;
  readonly state: State;
  readonly source: number;
  readonly document: string;
};
export type Entry = FigureEntry | RemarkEntry | NoteEntry | DocumentEntry;

/** All that a person looks at: figures, remarks and notes of the documents that are read, not imported. */
export function entriesOf(drafted: Drafted): readonly Entry[] {
  const { draft, base } = drafted;
  const sources = reviewedSources(drafted);
  const notes = Object.entries(draft.notes).filter(([key]) => isReviewed(key, drafted, sources));
  return [
    ...sources.flatMap((source) => figureEntries(source, drafted)),
    ...remarkEntries(drafted, sources),
    ...notes.map(([name, note]): NoteEntry => {
      const state = stateOf('note', note, true);
      return { kind: 'note', key: `note ${name}`, state, name, note, before: base.notes[name] ?? null };
    }),
    ...sources.map((source): DocumentEntry => {
      const record: Pick<SnapshotFile['sources'][number], 'document' | 'confirm'> = draft.sources[source] ?? {
        document: '',
      };
      const { document } = record;
      return {
        kind: 'document',
        key: `document ${document}`,
        state: stateOf('document', record, true),
        source,
        document,
      };
    }),
  ];
}

/** The documents whose figures an import gives: nobody reads those one by one. */
export function importedIn({ documents }: ProgrammeFile): ReadonlySet<string> {
  return new Set(documents.filter(({ page }) => page === 'row').map(({ id }) => id));
}

function reviewedSources({ draft, programme }: Drafted): readonly number[] {
  const imported = importedIn(programme);
  return [...draft.sources.entries()].flatMap(([at, { document }]) => (imported.has(document) ? [] : [at]));
}

/** Notes that speak of a number or a date, or that are marked. */
function isReviewed(key: string, { draft }: Drafted, sources: readonly number[]): boolean {
  const note = draft.notes[key];
  const rows = sources.flatMap((at) => draft.sources[at]?.figures ?? []);
  const isUsed = [...rows, ...draft.remarks, ...draft.exceptions].some((row) => row.note === key);
  return note !== undefined && isUsed && (note.confirm !== undefined || /\d/.test(note.it + note.en));
}

function stateOf(
  kind: Entry['kind'],
  record: { readonly confirm?: string | undefined },
  isFound: boolean,
): State {
  if (!isUntouched(kind, record)) return 'confirmed';
  return isFound ? 'proposed' : 'not-found';
}

/** Which figure of a document a row is; a document gives each once. */
export const keyOf = (document: string, { subject, measure, unit }: FigureRow): string =>
  `figure ${document} ${subject} ${measure} ${unit}`;

function figureEntries(source: number, { draft, base, programme }: Drafted): readonly FigureEntry[] {
  const { document = '', figures = [] } = draft.sources[source] ?? {};
  const [first] = reviewedSources({ draft, base, programme });
  const old = source === first ? (readSource({ base, programme })?.figures ?? []) : [];
  const was = new Map(old.map((row) => [keyOf(document, row), row]));
  const own = figures.map((row, at): FigureEntry => {
    const key = keyOf(document, row);
    const state = stateOf('figure', row, row.was !== undefined);
    return { kind: 'figure', key, state, source, at, document, row, before: was.get(key) ?? null };
  });
  const there = new Set(own.map(({ key }) => key));
  const gone = [...was]
    .filter(([key]) => !there.has(key))
    .map(([key, row]): FigureEntry => {
      return { kind: 'figure', key, state: 'left-out', source, at: null, document, row, before: row };
    });
  return [...own, ...gone];
}

/** The source of the date before that people read, of which the draft has the successor. */
export function readSource({ base, programme }: Pick<Drafted, 'base' | 'programme'>) {
  const imported = importedIn(programme);
  return base.sources.find(({ document }) => !imported.has(document)) ?? base.sources[0];
}

/** The remarks of the reviewed documents, and those of the date before that the draft has no more. */
function remarkEntries(drafted: Drafted, sources: readonly number[]): readonly RemarkEntry[] {
  const { draft, base } = drafted;
  const documents = new Set(sources.map((source) => draft.sources[source]?.document));
  const old = base.remarks.filter(({ document }) => document === readSource(drafted)?.document);
  const were = new Map(keyed(old).map(({ key, remark }) => [key, remark]));
  const own = keyed(draft.remarks.filter(({ document }) => documents.has(document))).map(
    ({ key, remark }): RemarkEntry => {
      const state = stateOf('remark', remark, remark.was !== undefined);
      const at = draft.remarks.indexOf(remark);
      return { kind: 'remark', key, state, at, remark, before: were.get(key) ?? null };
    },
  );
  const there = new Set(own.map(({ key }) => key));
  const gone = [...were].filter(([key]) => !there.has(key));
  const [document = ''] = documents;
  return [
    ...own,
    ...gone.map(([key, before]): RemarkEntry => {
      const remark = { ...before, document };
      return { kind: 'remark', key, state: 'left-out', at: null, remark, before };
    }),
  ];
}

/** By what they are about, and counted among the likes: leaving one out renames no other. */
function keyed(remarks: readonly Remark[]): readonly { readonly key: string; readonly remark: Remark }[] {
  const counts = new Map<string, number>();
  return remarks.map((remark) => {
    const about = `remark ${remark.subject} ${remark.note}`;
    const count = (counts.get(about) ?? 0) + 1;
    counts.set(about, count);
    return { key: `${about} ${count}`, remark };
  });
}
