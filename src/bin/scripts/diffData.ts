import type { Diff } from '../../diff/changes.ts';
import { diffDatasets, diffDates } from '../../diff/diff.ts';
import { diffJson } from '../../diff/json.ts';
import { diffMarkdown } from '../../diff/markdown.ts';
import { diffText } from '../../diff/text.ts';
import { report } from '../../load/report.ts';
import type { Locale } from '../../model/locale.ts';
import { type Found, sideAt } from '../../start/sides.ts';
import { printLine } from '../../terminal/output.ts';
import { printError } from '../print.ts';
import { script } from '../script.ts';
import { shown } from './checkData.ts';

export default script({
  text: {
    it: 'dice che cosa è cambiato tra due cartelle di dati, due date o due snapshot',
    en: 'says what changed between two folders of data, two dates or two snapshots',
  },
  args: { it: '<PRIMA> <DOPO>', en: '<OLD> <NEW>' },
  options: {
    json: { text: { it: 'un documento JSON', en: 'one JSON document' } },
    markdown: { text: { it: 'Markdown', en: 'Markdown' } },
  },
  async run({ config: { dataDir, sourceDir }, locale, args, options: { json, markdown }, wrong }) {
    const say = WORDS[locale];
    if (json && markdown) return wrong(say.oneForm);
    const sides = await Promise.all(args.map(async (what) => ({ what, side: await sideAt(what, dataDir) })));
    const refusals = sides.flatMap(({ what, side }) => refusal(what, side, locale, { dataDir, sourceDir }));
    if (refusals.length > 0) return printError(refusals.join('\n'), 1);
    const diff = between(sides.map(({ side }) => side));
    if (diff === null) return wrong(say.unlike);
    const drafts = draftsAmong(sides.map(({ side }) => side));
    if (json) printLine(JSON.stringify({ ...diffJson(diff, locale), drafts }, null, 2));
    else {
      for (const { date, left } of drafts) printLine(`${say.draft(date, left)}\n`);
      printLine((markdown ? diffMarkdown : diffText)(diff, locale));
    }
    return 0;
  },
});

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
