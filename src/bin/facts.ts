import { parseArgs } from 'node:util';
import { openDataset } from '../start/dataset.ts';
import { factLines } from '../terminal/facts.ts';
import { printLine } from '../terminal/output.ts';

const { values } = parseArgs({
  options: { csv: { type: 'boolean', default: false }, date: { type: 'string' } },
});
const opened = await openDataset();
if (!opened.ok) process.exit(opened.status);
const lines = factLines(opened.dataset, { ...values, locale: opened.config.defaultLocale });
if (lines === null) {
  const dates = opened.dataset.snapshots.map(({ date }) => date).join(', ');
  process.stderr.write(`No snapshot of ${values.date}: there are ${dates}\n`);
  process.exitCode = 1;
}
for (const line of lines ?? []) printLine(line);
