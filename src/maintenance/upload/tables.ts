import { parsedFiles } from '../../load/parsed.ts';
import type { RawDataset, RawFile } from '../../load/read.ts';
import type { Finding } from '../../model/finding.ts';
import type { Locale, Localised } from '../../model/locale.ts';
import { snapshotFile } from '../form/edit.ts';
import { cellOf, inTable } from '../sheet/places.ts';
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
  /** A finding about a file that a table makes, as one about the table. */
  readonly inWords: (finding: Finding, locale: Locale) => Finding;
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
  const makers = new Map<string, { readonly label: string; readonly change: SheetChange }>();
  for (const { label, bytes } of tables) {
    const programme = parsedFiles(now).programme?.content;
    // What is wrong with programme.json the check of the whole dataset says.
    if (!programme) continue;
    const plan = sheetPlan({ raw: now, programme, bytes, date: undefined });
    if (!('change' in plan)) {
      problems = both((locale) => [...problems[locale], ...problemLines(label, plan, locale)]);
      continue;
    }
    const { change, ignored, kept = [] } = plan;
    const said = (locale: Locale) => [
      ...ignored.map(IGNORED[locale]),
      ...kept.map((each) => each[locale]),
      ...(change?.lines[locale] ?? []),
    ];
    lines = both((locale) => [...lines[locale], ...said(locale)]);
    if (!change) continue;
    const snapshot = snapshotFile(change.date);
    const before = taken.get(snapshot);
    if (before !== undefined) findings.push(twice(snapshot, [{ label: before }, { label }]));
    taken.set(snapshot, label);
    for (const { file } of change.files) makers.set(file, { label, change });
    const made = change.files.map(({ file, text }) => ({ file, bytes: Buffer.from(text) }));
    files = [...files, ...made];
    now = changed(now, { files: made });
  }
  const inWords = (finding: Finding, locale: Locale) => {
    const maker = makers.get(finding.file);
    return maker ? inTable(finding, maker.label, cellOf(finding, maker.change.origins), locale) : finding;
  };
  return { files, lines, problems, findings, inWords };
}

function both(make: (locale: Locale) => readonly string[]): Localised<readonly string[]> {
  return { it: make('it'), en: make('en') };
}

const IGNORED: Localised<(name: string) => string> = {
  it: (name) => `La colonna «${name}» non viene letta.`,
  en: (name) => `The column “${name}” is not read.`,
};
