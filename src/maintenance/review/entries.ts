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
export type RemarkEntry = {
  readonly kind: 'remark';
  readonly key: string;
  readonly state: State;
  readonly at: number;
  readonly remark: Remark;
  readonly before: Remark | null;
};
export type NoteEntry = {
  readonly kind: 'note';
  readonly key: string;
  readonly state: State;
  readonly name: string;
  readonly note: Note;
  readonly before: Note | null;
};
export type DocumentEntry = {
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
    ...draft.remarks.flatMap((remark, at): readonly RemarkEntry[] => {
      if (!sources.some((source) => draft.sources[source]?.document === remark.document)) return [];
      const before = base.remarks.find(
        ({ subject, note }) => subject === remark.subject && note === remark.note,
      );
      const state = stateOf('remark', remark, remark.was !== undefined);
      return [
        {
          kind: 'remark',
          key: `remark ${remark.subject} ${remark.note} ${at}`,
          state,
          at,
          remark,
          before: before ?? null,
        },
      ];
    }),
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

function reviewedSources({ draft, programme }: Drafted): readonly number[] {
  const imported = new Set(programme.documents.filter(({ page }) => page === 'row').map(({ id }) => id));
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

function figureEntries(source: number, { draft, base }: Drafted): readonly FigureEntry[] {
  const { document = '', figures = [] } = draft.sources[source] ?? {};
  const [first] = base.sources;
  const was = new Map((source === 0 ? (first?.figures ?? []) : []).map((row) => [keyOf(document, row), row]));
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
