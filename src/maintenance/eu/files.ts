import { readFile } from 'node:fs/promises';
import type { Locale } from '../../model/locale.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { type Problem, problemLines, wrong } from '../sheet/problems.ts';
import { nearDates } from './nearDates.ts';
import { figuresOf, type Reading } from './read.ts';
import { type EuTable, euTableIn } from './rows.ts';

/** A file by its path, with its table or what keeps it from being one. */
export type EuFile = { readonly file: string; readonly table: EuTable | readonly Problem[] };

export function readEuFiles(files: readonly string[]): Promise<readonly EuFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file).catch(() => null);
      const table = bytes
        ? euTableIn(bytes)
        : wrong('Il file non si può leggere.', 'The file cannot be read.');
      return { file, table };
    }),
  );
}

type Read =
  | { readonly ok: true; readonly readings: readonly Reading[] }
  | { readonly ok: false; readonly lines: readonly string[] };

/** The figures of all files or, where one is wrong, a line for each problem. */
export function readingsOf(
  files: readonly EuFile[],
  programme: ProgrammeFile,
  { dates, locale }: { readonly dates: readonly string[]; readonly locale: Locale },
): Read {
  const read = files.map(({ file, table }) => ({
    file,
    result: 'rows' in table ? figuresOf(table, programme) : table,
  }));
  const readings = read.flatMap(({ result }) => ('figures' in result ? result : []));
  const lines = read.flatMap(({ file, result }) =>
    problemLines(file, 'figures' in result ? nearDates(result, readings, dates) : result, locale),
  );
  if (lines.length === 0) return { ok: true, readings };
  const more = lines.length - MOST_PROBLEMS;
  return {
    ok: false,
    lines: [...lines.slice(0, MOST_PROBLEMS), ...(more > 0 ? [WORDS[locale].more(more)] : [])],
  };
}

const MOST_PROBLEMS = 20;

/** What was read of a file, with what was left out of it and what was added up. */
export function readLine({ document, figures, ...rows }: Reading, locale: Locale): string {
  const say = WORDS[locale];
  const sums = figures.filter(({ figure }) => figure.sum !== undefined).length;
  const said = [
    rows.skipped > 0 ? [say.skipped(rows.skipped)] : [],
    rows.empty > 0 ? [say.empty(rows.empty)] : [],
    rows.planned > 0 ? [say.planned(rows.planned)] : [],
    sums > 0 ? [say.sums(sums)] : [],
  ].flat();
  return `${[say.read(document, figures.length), ...said].join('; ')}.`;
}

const it = {
  read: (document: string, figures: number) => `${document}: ${figures} cifre`,
  skipped: (rows: number) => `${rows} righe non riguardano il dataset`,
  empty: (rows: number) => `righe senza data o senza importi, non prese: ${rows}`,
  planned: (rows: number) => `righe con la sola dotazione, che è stata presa: ${rows}`,
  sums: (figures: number) => `cifre che sommano più righe, per esempio per categoria di regione: ${figures}`,
  more: (count: number) => `… e altri ${count} problemi.`,
};

const en: typeof it = {
  read: (document, figures) => `${document}: ${figures} figures`,
  skipped: (rows) => `${rows} rows do not concern the dataset`,
  empty: (rows) => `rows without date or money, left out: ${rows}`,
  planned: (rows) => `rows with an allocation alone, which was taken: ${rows}`,
  sums: (figures) => `figures that add up several rows, by category of region for example: ${figures}`,
  more: (count) => `… and ${count} more problems.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
