import { importEu } from '../maintenance/eu/run.ts';
import { alone } from '../start/alone.ts';
import { conclude, editing } from '../start/editing.ts';

const usage = 'npm run import:eu -- [--dry-run] [--locale it|en] FILE.csv…';
const {
  values,
  positionals: files,
  config,
  said,
} = editing(
  { 'dry-run': { type: 'boolean', default: false } },
  { usage: { it: usage, en: usage }, atLeast: 1, atMost: Number.POSITIVE_INFINITY },
);
const { dataDir, sourceDir } = config;
const dryRun = values['dry-run'] === true;
const run = () => importEu({ files, dryRun, dataDir, sourceDir, locale: said });
conclude(await (dryRun ? run() : alone(dataDir, said, run)));
