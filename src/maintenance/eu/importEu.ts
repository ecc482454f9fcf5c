import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { report } from '../../load/report.ts';
import type { Locale } from '../../model/locale.ts';
import { type Change, type Plan, planImport } from './plan.ts';

type Wish = {
  readonly files: readonly string[];
  readonly dryRun: boolean;
  readonly dataDir: string;
  readonly sourceDir: string;
  readonly locale: Locale;
};

/** What to print and with which status to end: 2 for a wrong call, 1 for files that cannot be imported. */
export type Outcome = { readonly status: 0 | 1 | 2; readonly lines: readonly string[] };

/** Imports CSV files of the Commission's open data into a dataset: all of them or, where one is wrong, none. */
export async function importEu({ files, dryRun, dataDir, sourceDir, locale }: Wish): Promise<Outcome> {
  const say = WORDS[locale];
  if (files.length === 0) return { status: 2, lines: [say.usage] };
  const plan = await planImport(dataDir, files);
  if (!plan.ok) return { status: 1, lines: refusal(plan, locale, { folder: dataDir, sourceDir }) };
  if (!dryRun)
    for (const change of plan.changes) await writeFileAtomic(join(dataDir, change.file), change.after);
  return {
    status: 0,
    lines: [
      ...plan.reads.map(({ document, figures, skipped }) => say.read(document, figures, skipped)),
      ...plan.changes.flatMap((change) => described(change, dryRun, locale)),
      plan.changes.length === 0 ? say.nothing : dryRun ? say.dryRun : say.written(plan.changes.length),
    ],
  };
}

const MOST_PROBLEMS = 20;

function refusal(
  plan: Exclude<Plan, { ok: true }>,
  locale: Locale,
  where: { readonly folder: string; readonly sourceDir: string },
): readonly string[] {
  const say = WORDS[locale];
  if ('unsound' in plan) return [report(plan.unsound, locale, where), say.refused];
  const lines = plan.refused.map(({ file, problem: { row, message } }) => {
    const place = row === null ? file : `${file}, ${say.row} ${row}`;
    return `${place}: ${message[locale]}`;
  });
  const more = lines.length - MOST_PROBLEMS;
  return [...lines.slice(0, MOST_PROBLEMS), ...(more > 0 ? [say.more(more)] : []), say.refused];
}

function described({ file, before, after }: Change, everything: boolean, locale: Locale): readonly string[] {
  const [was, is] = [figureLines(before ?? ''), figureLines(after)];
  const added = is.filter((line) => !was.includes(line));
  const removed = was.filter((line) => !is.includes(line));
  const head = WORDS[locale].change(file, before === null, added.length, removed.length);
  if (!everything) return [head];
  return [head, ...removed.map((line) => `  - ${line}`), ...added.map((line) => `  + ${line}`)];
}

function figureLines(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim().replace(/,$/, ''));
  return lines.filter((line) => line.startsWith('{ "subject"') && line.includes('"printed"'));
}

const it = {
  usage: 'Uso: npm run import:eu -- [--dry-run] FILE.csv…',
  row: 'riga',
  read: (document: string, figures: number, skipped: number) =>
    `${document}: ${figures} cifre${skipped > 0 ? `; ${skipped} righe non riguardano il dataset` : ''}.`,
  change: (file: string, isNew: boolean, added: number, removed: number) =>
    `${file}${isNew ? ' (nuovo)' : ''}: +${added} −${removed} cifre.`,
  nothing: 'Niente da scrivere: il dataset ha già queste cifre.',
  dryRun: 'Prova: non è stato scritto nulla.',
  written: (count: number) => `File scritti: ${count}. Controllarli con git diff e npm run check:data.`,
  refused: 'Non è stato scritto nulla.',
  more: (count: number) => `… e altri ${count} problemi.`,
};

const en: typeof it = {
  usage: 'Usage: npm run import:eu -- [--dry-run] FILE.csv…',
  row: 'row',
  read: (document, figures, skipped) =>
    `${document}: ${figures} figures${skipped > 0 ? `; ${skipped} rows do not concern the dataset` : ''}.`,
  change: (file, isNew, added, removed) => `${file}${isNew ? ' (new)' : ''}: +${added} −${removed} figures.`,
  nothing: 'Nothing to write: the dataset has these figures already.',
  dryRun: 'Dry run: nothing was written.',
  written: (count) => `Files written: ${count}. Look at them with git diff and npm run check:data.`,
  refused: 'Nothing was written.',
  more: (count) => `… and ${count} more problems.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
