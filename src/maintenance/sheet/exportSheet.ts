import { writeFile } from 'node:fs/promises';
import { loadFiles } from '../../load/load.ts';
import { parsedFile } from '../../load/parsed.ts';
import { readFolder } from '../../load/read.ts';
import { report } from '../../load/report.ts';
import type { Locale } from '../../model/locale.ts';
import type { Outcome } from '../form/outcome.ts';
import { sheetText } from './text.ts';

type Wish = {
  /** The default date of the dataset where none is given. */
  readonly date: string | undefined;
  /** `-` gives the table back as the only line. */
  readonly out: string | undefined;
  readonly dir: string;
  readonly sourceDir: string;
  readonly locale: Locale;
};

/** Writes the figures of a date, a draft's too, as one table; never over a file that is there, which somebody may have edited. */
export async function exportSheet({ date, out, dir, sourceDir, locale }: Wish): Promise<Outcome> {
  const say = WORDS[locale];
  const raw = await readFolder(dir);
  const loaded = await loadFiles(raw);
  if (!loaded.ok) return { status: 1, lines: [report(loaded, locale, { folder: dir, sourceDir })] };
  const wanted = date ?? loaded.dataset.latest.date;
  const there = raw.files.find(({ file }) => file === `snapshots/${wanted}.json`);
  const snapshot = there && parsedFile(there).snapshot?.content;
  if (there && !snapshot) return { status: 1, lines: [say.broken(there.file)] };
  if (!snapshot) {
    const dates = [...loaded.dataset.snapshots, ...loaded.drafts].map((each) => each.date).toSorted();
    return { status: 1, lines: [say.none(wanted, dates.join(', '))] };
  }
  const text = sheetText(loaded.dataset.programme, snapshot);
  if (out === '-') return { status: 0, lines: [text.replace(/\r\n$/, '')] };
  const file = out ?? `${say.file}-${wanted}.csv`;
  const problem = await writeFile(file, text, { flag: 'wx' }).then(
    () => null,
    (error: NodeJS.ErrnoException) =>
      error.code === 'EEXIST' ? say.there(file) : say.unwritable(file, error.code),
  );
  if (problem !== null) return { status: 1, lines: [problem] };
  const figures = snapshot.sources.reduce((count, source) => count + source.figures.length, 0);
  return { status: 0, lines: [say.written(file, figures), say.next(file)] };
}

const it = {
  file: 'cifre',
  none: (date: string, dates: string) => `Non c’è uno snapshot del ${date}: ci sono ${dates}.`,
  broken: (file: string) => `${file} ha errori: npm run check:data dice quali.`,
  there: (file: string) => `${file} c’è già: dare un altro nome con --out, o toglierlo.`,
  unwritable: (file: string, code: string | undefined) => `${file} non si può scrivere (${code}).`,
  written: (file: string, figures: number) => `${file}: ${figures} cifre.`,
  next: (file: string) => `Dopo le modifiche: npm run import:csv -- ${file}`,
};

const en: typeof it = {
  file: 'figures',
  none: (date, dates) => `There is no snapshot of ${date}: there are ${dates}.`,
  broken: (file) => `${file} has errors: npm run check:data says which.`,
  there: (file) => `${file} is already there: give another name with --out, or remove it.`,
  unwritable: (file, code) => `${file} cannot be written (${code}).`,
  written: (file, figures) => `${file}: ${figures} figures.`,
  next: (file) => `After editing: npm run import:csv -- ${file}`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
