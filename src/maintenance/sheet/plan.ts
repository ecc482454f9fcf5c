import { leftIn } from '../../check/drafts.ts';
import { parsedFile } from '../../load/parsed.ts';
import { PROGRAMME_FILE, type RawDataset } from '../../load/read.ts';
import type { Locale } from '../../model/locale.ts';
import type { Bilingual, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { programmeText, snapshotText } from '../form/canonicalText.ts';
import { fileIn, snapshotFile, type Text } from '../form/edit.ts';
import { content, withoutSpent } from '../form/formatted.ts';
import { squashed } from './columns.ts';
import { dateOf } from './date.ts';
import { type Edited, editedBy } from './edited.ts';
import { changeLines, changesOf } from './lines/changeLines.ts';
import { headed, type Origins } from './places.ts';
import { type Problem, problem, wrong } from './problems.ts';
import { type Sheet, sheetIn } from './rows.ts';

/** What an edited table would change in a dataset: all of these files, or none. */
export type SheetChange = {
  /** The snapshot, after programme.json where the table brings new records. */
  readonly files: readonly Text[];
  readonly date: string;
  /** What a person is shown: what changes, a line for each thing. */
  readonly lines: Readonly<Record<Locale, readonly string[]>>;
  /** By which a finding about one of the files goes back to a cell of the table (`cellOf`). */
  readonly origins: Origins;
};

/**
 * `change` is null where the table says what is there; `ignored` are its columns that mean nothing here, and `kept` what
 * stays as it is since no row speaks of it.
 */
export type SheetPlan = {
  readonly ignored: readonly string[];
  readonly kept?: readonly Bilingual[];
  readonly change: SheetChange | null;
};

type Given = {
  readonly raw: RawDataset;
  readonly programme: ProgrammeFile;
  readonly bytes: Uint8Array;
  /** The date asked for, which need not be given where the table says it. */
  readonly date: string | undefined;
};

/** What a table would change, or everything that is wrong with it; the dataset is yet to be checked with the change. */
export function sheetPlan({ raw, programme, bytes, date: asked }: Given): SheetPlan | readonly Problem[] {
  const sheet = sheetIn(bytes);
  if (!('rows' in sheet)) return sheet;
  if (sheet.rows.length === 0) return wrong('La tabella non ha righe.', 'The table has no rows.');
  const date = dateOf(sheet, asked);
  if (typeof date !== 'string') return date;
  const file = snapshotFile(date);
  const there = fileIn(raw, file);
  const { snapshot: sound, draft } = there ? parsedFile(there) : { snapshot: null, draft: null };
  if (!there || !sound) return absent(file, date);
  const snapshot = content(there) as SnapshotFile;
  const edited = editedBy(sheet, snapshot, commented(raw, programme));
  if (!('snapshot' in edited)) return edited.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const { ignored } = sheet;
  const plan = edited.kept.length > 0 ? { ignored, kept: edited.kept } : { ignored };
  if (snapshotText(edited.snapshot) === snapshotText(snapshot)) return { ...plan, change: null };
  const next = withoutSpent(structuredClone(edited.snapshot));
  if (draft === null && leftIn(next).length > 0) return marks(sheet, date);
  return { ...plan, change: changeOf(edited, snapshot, date, { file, text: snapshotText(next) }) };
}

/** Programme.json with what maintainers note beside its records, which a new text of it keeps. */
function commented(raw: RawDataset, programme: ProgrammeFile): ProgrammeFile {
  const there = fileIn(raw, PROGRAMME_FILE);
  return there && parsedFile(there).programme ? (content(there) as ProgrammeFile) : programme;
}

function changeOf(edited: Edited, before: SnapshotFile, date: string, text: Text): SheetChange {
  const { programme, records, origins } = edited;
  const own = records.length > 0 ? [{ file: PROGRAMME_FILE, text: programmeText(programme) }] : [];
  const linesIn = (locale: Locale) => [changesOf(date, locale), ...changeLines(edited, before, locale)];
  const lines = { it: linesIn('it'), en: linesIn('en') };
  return { files: [...own, text], date, lines, origins };
}

const absent = (file: string, date: string) =>
  wrong(
    `${file} non c’è o è rotto: iniziarlo con npm run new:snapshot -- ${date}.`,
    `${file} is missing or broken: begin it with npm run new:snapshot -- ${date}.`,
  );

/** One figure to be confirmed makes a draft of its date: the bot would answer from another one. */
function marks(sheet: Sheet, date: string): readonly Problem[] {
  return sheet.rows
    .filter(({ cells }) => squashed(cells.confirm ?? '') !== '')
    .map(({ row }) =>
      problem(
        row,
        {
          it: `Il ${date} è pubblicato: una cifra da confermare ne farebbe una bozza, e il bot ne tacerebbe. Svuotare la cella.`,
          en: `${date} is published: a figure to be confirmed would make it a draft, and the bot would be silent on it. Empty the cell.`,
        },
        headed('confirm', sheet.letters),
      ),
    );
}
