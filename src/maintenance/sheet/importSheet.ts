import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dataset } from '../../model/dataset.ts';
import { type Finding, printFinding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import {
  type Checked,
  checked,
  type Outcome,
  opened,
  overlaid,
  type Place,
  refused,
  UNWRITTEN,
  unwritten,
  write,
} from '../form/edit.ts';
import { changeLines, changesOf } from './changeLines.ts';
import { newDateLines } from './newDate.ts';
import { type SheetChange, sheetPlan } from './plan.ts';
import { problemLines } from './problems.ts';

type Wish = Place & {
  readonly file: string;
  readonly date: string | undefined;
  readonly print: (lines: readonly string[]) => void;
  /** Whether to write what was printed; null where nobody can be asked, and nothing is written. */
  readonly agrees: ((question: string) => Promise<boolean>) | null;
  /** Writes while nobody else changes the files; asking a person may take longer than others would wait. */
  readonly alone: (write: () => Promise<Outcome>) => Promise<Outcome>;
};

/** Takes an edited table of figures back: shows what changes, asks, and writes all of it or nothing. */
export async function importSheet({ file, date, print, agrees, alone, ...where }: Wish): Promise<Outcome> {
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
  const { change, ignored } = plan;
  const after = change && (await checked(overlaid(raw, [change]), where, { sourceDir }));
  if (after?.ok === false) return unwritten(locale, after.why);
  print(ignored.map(say.ignored));
  if (!change || !after) return { status: 0, lines: [say.nothing] };
  const path = join(dir, change.file);
  print([
    changesOf(change.date, locale),
    ...changesTold(change, after, loaded.dataset, locale),
    ...aftermath(after.loaded.findings, loaded.findings, dir, locale),
  ]);
  if (agrees === null) return { status: 0, lines: [say.shown] };
  if (!(await agrees(say.ask(path)))) return { status: 0, lines: [UNWRITTEN[locale]] };
  return alone(async () => {
    const now = await readFile(path).catch(() => null);
    if (!now?.equals(change.before)) return unwritten(locale, say.moved(path));
    await write(dir, [change]);
    return { status: 0, lines: [say.written(path)] };
  });
}

/** A table that brings most of a date that does not answer yet is told by what changed since the date before, not row by row. */
function changesTold(
  change: SheetChange,
  after: Extract<Checked, { readonly ok: true }>,
  before: Dataset,
  locale: Locale,
): readonly string[] {
  const { pairs, renamed } = change;
  const known = pairs.filter(({ was }) => was !== undefined);
  const told = 2 * known.length < pairs.length ? newDateLines(after, change, before, locale) : null;
  const lines = changeLines(told ? known : pairs, renamed, before.programme, locale);
  return [...lines, ...(told ?? [])];
}

/** What the check would find that it does not find now; what is left to confirm it says every time. */
function aftermath(
  after: readonly Finding[],
  before: readonly Finding[],
  dir: string,
  locale: Locale,
): readonly string[] {
  const keyOf = ({ file, rule, message }: Finding) => `${file} ${rule} ${message.it}`;
  const known = new Set(before.map(keyOf));
  const added = after.filter((finding) => finding.rule !== 'draft' && !known.has(keyOf(finding)));
  return added.map((finding) => `\n${printFinding(finding, locale, `${dir}/`)}`);
}

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
