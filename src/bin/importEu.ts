import { parseArgs } from 'node:util';
import { EX_CONFIG, readConfig } from '../config.ts';
import { importEu } from '../import/run.ts';
import { alone } from '../start/alone.ts';

const { values, positionals } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const read = readConfig();
if (!read.ok) {
  console.error(read.problems.join('\n'));
  process.exit(EX_CONFIG);
}
const { dataDir, sourceDir, defaultLocale } = read.config;
const dryRun = values['dry-run'];
const run = () => importEu({ files: positionals, dryRun, dataDir, sourceDir, locale: defaultLocale });
const { status, lines } = await (dryRun ? run() : alone(dataDir, defaultLocale, run));
(status === 0 ? console.log : console.error)(lines.join('\n'));
process.exitCode = status;
