import { relative, resolve } from 'node:path';
import { EX_CONFIG } from '../discord/exitStatus.ts';
import { loadDataset } from '../load/load.ts';
import { report } from '../load/report.ts';
import { reportJson } from '../load/reportJson.ts';
import { printLine } from '../terminal/output.ts';
import { type Call, calledWith, EX_USAGE } from './arguments.ts';
import { readConfig } from './config.ts';

const CALL: Call = {
  usage: {
    it: 'npm run check:data -- [CARTELLA] [--json] [--strict] [--locale it|en]',
    en: 'npm run check:data -- [FOLDER] [--json] [--strict] [--locale it|en]',
  },
  atMost: 1,
};

const OPTIONS = {
  json: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
} as const;

/** Checks the dataset of a folder and prints what it found; gives the exit status. */
export async function checkData(args: readonly string[]): Promise<number> {
  const read = readConfig();
  if (!read.ok) return ended(read.problems.join('\n'), EX_CONFIG);
  const { dataDir, sourceDir, defaultLocale } = read.config;
  const called = calledWith(args, OPTIONS, CALL, defaultLocale);
  if (!called.ok) return ended(called.why, EX_USAGE);
  const { locale, values } = called;
  const { json, strict } = values;
  const dir = called.positionals[0] ?? dataDir;
  const loaded = await loadDataset(dir, { sourceDir });
  const folder = shown(dir);
  const said = json
    ? JSON.stringify(reportJson(loaded, locale, folder), null, 2)
    : report(loaded, locale, { folder, sourceDir });
  printLine(said);
  return loaded.ok && !(strict && loaded.findings.length > 0) ? 0 : 1;
}

/** A folder as its files are named from here, so that a terminal finds them. */
export function shown(dir: string): string {
  const near = relative('', dir);
  return near.startsWith('..') ? resolve(dir) : near;
}

function ended(why: string, status: number): number {
  process.stderr.write(`${why}\n`);
  return status;
}
