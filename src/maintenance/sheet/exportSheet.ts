import { writeFile } from 'node:fs/promises';
import { parsedFile } from '../../load/parsed.ts';
import type { Locale } from '../../model/locale.ts';
import { fileIn, type Outcome, opened, type Place, refused, snapshotFile } from '../form/edit.ts';
import { sheetText } from './text.ts';

type Wish = Place & {
  /** The default date of the dataset where none is given. */
  readonly date: string | undefined;
  /** `-` gives the table back as the only line. */
  readonly out: string | undefined;
};

/** Writes the figures of a date, a draft's too, as one table; never over a file that is there, which somebody may have edited. */
export async function exportSheet({ date, out, ...place }: Wish): Promise<Outcome> {
  const say = WORDS[place.locale];
  const before = await opened(place);
  if (!before.ok) return refused(before.why);
  const { dataset, drafts } = before.loaded;
  const wanted = date ?? dataset.latest.date;
  const there = fileIn(before.raw, snapshotFile(wanted));
  if (!there) {
    const dates = [...dataset.snapshots, ...drafts].map((each) => each.date).toSorted();
    return refused(say.none(wanted, dates.join(', ')));
  }
  const snapshot = parsedFile(there).snapshot?.content;
  if (!snapshot) return refused(say.broken(there.file));
  const text = sheetText(dataset.programme, snapshot);
  if (out === '-') return { status: 0, lines: [text.replace(/\r\n$/, '')] };
  const file = out ?? `${say.file}-${wanted}.csv`;
  const problem = await writeFile(file, text, { flag: 'wx' }).then(
    () => null,
    ({ code }: NodeJS.ErrnoException) => (code === 'EEXIST' ? say.there(file) : say.unwritable(file, code)),
  );
  if (problem !== null) return refused(problem);
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
