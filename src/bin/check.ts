import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EX_CONFIG, readConfig } from '../config.ts';
import { loadDataset } from '../programme/load.ts';
import { report } from '../programme/report.ts';

const { values, positionals } = parseArgs({
  options: { locale: { type: 'string' } },
  allowPositionals: true,
});
const read = readConfig();
if (!read.ok) {
  console.error(read.problems.join('\n'));
  process.exit(EX_CONFIG);
}
const { dataDir, sourceDir, defaultLocale } = read.config;
const dir = positionals[0] ?? dataDir;
const locale = values.locale === 'en' || values.locale === 'it' ? values.locale : defaultLocale;
const loaded = await loadDataset(dir, { sourceDir });
const near = relative('', dir);
console.log(report(loaded, locale, { folder: near.startsWith('..') ? resolve(dir) : near, sourceDir }));
process.exitCode = loaded.ok ? 0 : 1;
