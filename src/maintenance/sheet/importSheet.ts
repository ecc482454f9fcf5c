import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFiles } from '../../load/load.ts';
import type { RawDataset } from '../../load/read.ts';
import { report } from '../../load/report.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Finding, printFinding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import {
  fileIn,
  type Outcome,
  opened,
  overlaid,
  type Place,
  refused,
  snapshotFile,
  UNWRITTEN,
  unseen,
  unwritten,
  write,
} from '../form/edit.ts';
import { newDateLines } from './newDate.ts';
import { cellOf, inTable } from './places.ts';
import { type SheetChange, sheetPlan } from './plan.ts';
import { problemLines } from './problems.ts';

type Wish = Place & {
  readonly file: string;
  readonly date: string | undefined;
  readonly print: (lines: readonly string[]) => void;
  /** Told which documents' figures could not be compared with their texts. */
  readonly warn?: (lines: readonly string[]) => void;
  /** Whether to write what was printed; null where nobody can be asked, and nothing is written. */
  readonly agrees: ((question: string) => Promise<boolean>) | null;
  /** Writes while nobody else changes the files; asking a person may take longer than others would wait. */
  readonly alone: (write: () => Promise<Outcome>) => Promise<Outcome>;
};

/** Takes an edited table back: shows what changes, asks, and writes all of it or nothing. */
export async function importSheet({
  file,
  date,
  print,
  warn,
  agrees,
  alone,
  ...where
}: Wish): Promise<Outcome> {
  const { dir, sourceDir, locale } = where;
  const say = WORDS[locale];
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return refused(say.unreadable(file));
  const there = await opened(where);
  if (!there.ok) return unwritten(locale, there.why);
  const { raw, loaded } = there;
  const { programme } = loaded.dataset;
  const plan = sheetPlan({ raw, programme, bytes, date });
  if (!('change' in plan)) return unwritten(locale, ...problemLines(file, plan, locale));
  const { change, ignored, kept = [] } = plan;
  print([...ignored.map(say.ignored), ...kept.map((each) => each[locale])]);
  if (!change) return { status: 0, lines: [say.nothing] };
  const edited = overlaid(raw, change.files);
  const after = await loadFiles(edited, { sourceDir });
  const findings = after.findings.map((each) => inWords(each, change, { file, dir, locale }));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (!after.ok)
    return unwritten(locale, report({ ok: false, findings: errors }, locale, { folder: '', sourceDir }));
  const known = new Set(['draft', ...loaded.findings.map(keyOf)]);
  const added = after.findings.flatMap((each, at) => (known.has(keyOf(each)) ? [] : (findings[at] ?? [])));
  print([
    ...linesOf(change, { raw: edited, loaded: after }, loaded.dataset, locale),
    ...added.map((each) => `\n${printFinding(each, locale)}`),
  ]);
  warn?.(unseen({ loaded: after }, where));
  const paths = change.files.map((each) => join(dir, each.file)).join(', ');
  if (agrees === null) return { status: 0, lines: [say.shown] };
  if (!(await agrees(say.ask(paths)))) return { status: 0, lines: [UNWRITTEN[locale]] };
  return alone(async () => {
    const moved = await movedSince(raw, change, dir);
    if (moved.length > 0) return unwritten(locale, ...moved.map((each) => say.moved(join(dir, each))));
    await write(dir, change.files);
    return { status: 0, lines: [say.written(paths)] };
  });
}

/** A table that brings most of a date that does not answer yet is told by what changed since the date before. */
function linesOf(
  { date, lines }: SheetChange,
  after: Parameters<typeof newDateLines>[0],
  before: Dataset,
  locale: Locale,
): readonly string[] {
  const isAdded = (line: string) => line.startsWith('+ ');
  const all = lines[locale];
  const isNew = 2 * all.filter(isAdded).length > all.length;
  const told = isNew ? newDateLines(after, { file: snapshotFile(date), date }, before, locale) : null;
  return told ? [...all.filter((line) => !isAdded(line)), ...told] : all;
}

/** The files that somebody else has written since they were read. */
async function movedSince(raw: RawDataset, { files }: SheetChange, dir: string): Promise<readonly string[]> {
  const now = await Promise.all(files.map(({ file }) => readFile(join(dir, file)).catch(() => null)));
  return files
    .map(({ file }) => file)
    .filter((file, at) => !now[at]?.equals(fileIn(raw, file)?.bytes ?? NOTHING));
}

const NOTHING = new Uint8Array();

type Where = { readonly file: string; readonly dir: string; readonly locale: Locale };

/** What is wrong with a file that was not written stands in the table. */
function inWords(finding: Finding, { files, origins }: SheetChange, { file, dir, locale }: Where): Finding {
  const isOnDisk = files.every((each) => each.file !== finding.file);
  if (isOnDisk) return { ...finding, file: `${dir}/${finding.file}` };
  return inTable(finding, file, cellOf(finding, origins), locale);
}

/** What the check finds already need not be told again; what is left to confirm it says every time. */
const keyOf = ({ file, rule, message }: Finding) =>
  rule === 'draft' ? rule : `${file} ${rule} ${message.it}`;

const it = {
  unreadable: (file: string) => `${file} non si può leggere.`,
  ignored: (name: string) => `La colonna «${name}» non viene letta.`,
  nothing: 'Niente da scrivere: la tabella dice quello che c’è già.',
  shown: 'Non è stato scritto nulla: per scrivere ripetere con --yes.',
  ask: (path: string) => `Scrivere ${path}? [s/N] `,
  moved: (path: string) => `${path} è cambiato nel frattempo: ripetere.`,
  written: (path: string) => `${path}: scritto. Controllarlo con git diff e npm run check:data.`,
};

const en: typeof it = {
  unreadable: (file) => `${file} cannot be read.`,
  ignored: (name) => `The column “${name}” is not read.`,
  nothing: 'Nothing to write: the table says what is there already.',
  shown: 'Nothing was written: repeat with --yes to write.',
  ask: (path) => `Write ${path}? [y/N] `,
  moved: (path) => `${path} has changed in the meantime: repeat.`,
  written: (path) => `${path}: written. Look at it with git diff and npm run check:data.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
