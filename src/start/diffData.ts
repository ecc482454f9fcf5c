import type { Diff } from '../diff/changes.ts';
import { diffDatasets, diffDates } from '../diff/diff.ts';
import { diffJson } from '../diff/json.ts';
import { diffMarkdown } from '../diff/markdown.ts';
import { diffText } from '../diff/text.ts';
import { EX_CONFIG } from '../discord/exitStatus.ts';
import { report } from '../load/report.ts';
import type { Locale } from '../model/locale.ts';
import { printLine } from '../terminal/output.ts';
import { type Call, calledWith, EX_USAGE, usageLine } from './arguments.ts';
import { shown } from './checkData.ts';
import { readConfig } from './config.ts';
import { type Found, sideAt } from './sides.ts';

const CALL: Call = {
  usage: {
    it: 'npm run diff:data -- PRIMA DOPO [--json | --markdown] [--locale it|en]',
    en: 'npm run diff:data -- OLD NEW [--json | --markdown] [--locale it|en]',
  },
  atLeast: 2,
  atMost: 2,
};

const OPTIONS = {
  json: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
} as const;

/** Prints what changed from one dataset, or one date, to another; gives the exit status. */
export async function diffData(args: readonly string[]): Promise<number> {
  const read = readConfig();
  if (!read.ok) return ended(read.problems, EX_CONFIG);
  const { dataDir, sourceDir, defaultLocale } = read.config;
  const called = calledWith(args, OPTIONS, CALL, defaultLocale);
  if (!called.ok) return ended([called.why], EX_USAGE);
  const { locale, values, positionals } = called;
  const say = WORDS[locale];
  const usage = usageLine(CALL.usage, locale);
  if (values.json && values.markdown) return ended([say.oneForm, usage], EX_USAGE);
  const sides = await Promise.all(
    positionals.map(async (what) => ({ what, side: await sideAt(what, dataDir) })),
  );
  const refusals = sides.flatMap(({ what, side }) => refusal(what, side, locale, { dataDir, sourceDir }));
  if (refusals.length > 0) return ended(refusals, 1);
  const diff = between(sides.map(({ side }) => side));
  if (diff === null) return ended([say.unlike, usage], EX_USAGE);
  const drafts = draftsAmong(sides.map(({ side }) => side));
  if (values.json) printLine(JSON.stringify({ ...diffJson(diff, locale), drafts }, null, 2));
  else {
    for (const { date, left } of drafts) printLine(`${say.draft(date, left)}\n`);
    printLine((values.markdown ? diffMarkdown : diffText)(diff, locale));
  }
  return 0;
}

/** The drafts that were compared, each once. */
function draftsAmong(sides: readonly Found[]): readonly { readonly date: string; readonly left: number }[] {
  const drafts = sides.flatMap((side) =>
    side.is === 'snapshot' && side.left !== null ? [[side.snapshot.date, side.left] as const] : [],
  );
  return [...new Map(drafts)].map(([date, left]) => ({ date, left }));
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
  return [
    WORDS[locale].broken(what),
    report({ ok: false, findings: side.findings }, locale, { folder, sourceDir }),
  ];
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
  draft: (date: string, left: number) =>
    `Il ${date} è una bozza, da cui il bot non risponde: restano da confermare ${left} voci.`,
  oneForm: '--json o --markdown, non tutti e due.',
  unlike: 'Si confrontano due cartelle, o due snapshot (file o date): non una cartella e uno snapshot.',
};

const en: typeof it = {
  missing: (what, dir, dates) =>
    `"${what}" does not exist: write a folder of data, the file of a snapshot${
      dates.length > 0 ? `, or a date of ${dir}: ${dates.join(', ')}` : ' or a date'
    }.`,
  broken: (what) => `"${what}" has errors: they are to be corrected first.`,
  draft: (date, left) =>
    `${date} is a draft, from which the bot does not answer: ${left} items left to confirm.`,
  oneForm: '--json or --markdown, not both.',
  unlike: 'Two folders are compared, or two snapshots (files or dates): not a folder with a snapshot.',
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
