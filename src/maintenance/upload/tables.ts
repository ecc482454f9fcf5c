import { parsedFiles } from '../../load/parsed.ts';
import type { RawDataset, RawFile } from '../../load/read.ts';
import type { Finding } from '../../model/finding.ts';
import type { Locale, Localised } from '../../model/locale.ts';
import { snapshotFile, type Text } from '../form/edit.ts';
import { changeLines, changesOf } from '../sheet/changeLines.ts';
import { type SheetChange, sheetPlan } from '../sheet/plan.ts';
import { problemLines } from '../sheet/problems.ts';
import { changed } from '../store/change.ts';
import { twice } from './contents.ts';
import type { Part } from './parts.ts';

/** What tables of figures make of a dataset. */
export type Planned = {
  readonly files: readonly RawFile[];
  /** What each table changes, a line for each figure. */
  readonly lines: Localised<readonly string[]>;
  /** What is wrong in a table, by its rows and columns; nothing may be written while there is any. */
  readonly problems: Localised<readonly string[]>;
  readonly findings: readonly Finding[];
};

const NONE: Localised<readonly string[]> = { it: [], en: [] };

/** Plans each table upon the dataset as the other files of the upload make it, which `raw` holds. */
export function planned(
  raw: RawDataset,
  tables: readonly Part[],
  others: readonly (RawFile & Part)[],
): Planned {
  const taken = new Map(others.map(({ file, label }) => [file, label]));
  let [now, files]: [RawDataset, readonly RawFile[]] = [raw, []];
  let [lines, problems] = [NONE, NONE];
  const findings: Finding[] = [];
  for (const { label, bytes } of tables) {
    const programme = parsedFiles(now).programme?.content;
    // What is wrong with programme.json the check of the whole dataset says.
    if (!programme) continue;
    const plan = sheetPlan({ raw: now, programme, bytes, date: undefined });
    if (!('change' in plan)) {
      problems = both((locale) => [...problems[locale], ...problemLines(label, plan, locale)]);
      continue;
    }
    const { change, ignored } = plan;
    const said = (locale: Locale) => [...ignored.map(IGNORED[locale]), ...told(change, programme, locale)];
    lines = both((locale) => [...lines[locale], ...said(locale)]);
    if (!change) continue;
    const snapshot = snapshotFile(change.date);
    const before = taken.get(snapshot);
    if (before !== undefined) findings.push(twice(snapshot, [{ label: before }, { label }]));
    taken.set(snapshot, label);
    const made = textsOf(change).map(({ file, text }) => ({ file, bytes: Buffer.from(text) }));
    files = [...files, ...made];
    now = changed(now, { files: made });
  }
  return { files, lines, problems, findings };
}

/** Of several tables each is planned upon what those before it made: the last text of a file holds them all. */
function textsOf(change: SheetChange): readonly Text[] {
  return [change];
}

type Programme = Parameters<typeof changeLines>[2];

function told(change: SheetChange | null, programme: Programme, locale: Locale): readonly string[] {
  if (!change) return [];
  const { date, pairs, renamed } = change;
  return [changesOf(date, locale), ...changeLines(pairs, renamed, programme, locale)];
}

function both(make: (locale: Locale) => readonly string[]): Localised<readonly string[]> {
  return { it: make('it'), en: make('en') };
}

const IGNORED: Localised<(name: string) => string> = {
  it: (name) => `La colonna «${name}» non viene letta.`,
  en: (name) => `The column “${name}” is not read.`,
};
