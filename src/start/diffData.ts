import { EX_CONFIG, readConfig } from '../config.ts';
import type { Locale } from '../locale/locale.ts';
import { type Diff, diffDatasets, diffDates } from '../programme/diff.ts';
import { report } from '../programme/report.ts';
import { diffJson } from '../render/diffJson.ts';
import { diffMarkdown } from '../render/diffMarkdown.ts';
import { diffText } from '../render/diffText.ts';
import { printLine } from '../terminal/output.ts';
import { argumentsOf, askedLocale, EX_USAGE } from './arguments.ts';
import { shown } from './checkData.ts';
import { type Found, sideAt } from './diffSides.ts';

const USAGE = 'Usage: npm run diff:data -- OLD NEW [--json | --markdown] [--locale it|en]';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
  locale: { type: 'string' },
} as const;

/** Prints what changed from one dataset, or one date, to another; gives the exit status. */
export async function diffData(args: readonly string[]): Promise<number> {
  const called = argumentsOf({ args: [...args], options: OPTIONS, allowPositionals: true }, USAGE);
  if (called === null) return EX_USAGE;
  const read = readConfig();
  if (!read.ok) return ended(read.problems, EX_CONFIG);
  const { dataDir, sourceDir, defaultLocale } = read.config;
  const { json, markdown, locale: asked } = called.values;
  const locale = askedLocale(asked, defaultLocale);
  const [old, now, ...more] = called.positionals;
  if (locale === null || old === undefined || now === undefined || more.length > 0 || (json && markdown)) {
    return ended([USAGE], EX_USAGE);
  }
  const sides = await Promise.all(
    [old, now].map(async (what) => ({ what, side: await sideAt(what, dataDir) })),
  );
  const refusals = sides.flatMap(({ what, side }) => refusal(what, side, locale, { dataDir, sourceDir }));
  if (refusals.length > 0) return ended(refusals, 1);
  const diff = between(sides.map(({ side }) => side));
  if (diff === null) return ended([WORDS[locale].unlike, USAGE], EX_USAGE);
  printLine(
    json
      ? JSON.stringify(diffJson(diff, locale), null, 2)
      : (markdown ? diffMarkdown : diffText)(diff, locale),
  );
  return 0;
}

/** Null where a whole dataset stands against a single date. */
function between([old, now]: readonly Found[]): Diff | null {
  if (old?.is === 'dataset' && now?.is === 'dataset') return diffDatasets(old.dataset, now.dataset);
  if (old?.is !== 'snapshot' || now?.is !== 'snapshot') return null;
  return diffDates(old.dataset, old.snapshot, now.dataset, now.snapshot);
}

type Where = { readonly dataDir: string; readonly sourceDir: string };

function refusal(
  what: string,
  side: Found,
  locale: Locale,
  { dataDir, sourceDir }: Where,
): readonly string[] {
  if (side.is === 'missing') return [WORDS[locale].missing(what, shown(dataDir), side.dates)];
  if (side.is !== 'broken') return [];
  const folder = side.folder && shown(side.folder);
  return [WORDS[locale].broken(what), report(side.loaded, locale, { folder, sourceDir })];
}

function ended(why: readonly string[], status: number): number {
  process.stderr.write(`${why.join('\n')}\n`);
  return status;
}

const it = {
  missing: (what: string, dir: string, dates: readonly string[]) =>
    `"${what}" non esiste: scrivere una cartella di dati, il file di uno snapshot${
      dates.length > 0 ? `, o una data di ${dir}: ${dates.join(', ')}` : ' o una data'
    }.`,
  broken: (what: string) => `"${what}" ha errori: prima vanno corretti.`,
  unlike: 'Si confrontano due cartelle, o due snapshot (file o date): non una cartella e uno snapshot.',
};

const en: typeof it = {
  missing: (what, dir, dates) =>
    `"${what}" does not exist: write a folder of data, the file of a snapshot${
      dates.length > 0 ? `, or a date of ${dir}: ${dates.join(', ')}` : ' or a date'
    }.`,
  broken: (what) => `"${what}" has errors: they are to be corrected first.`,
  unlike: 'Two folders are compared, or two snapshots (files or dates): not a folder with a snapshot.',
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
