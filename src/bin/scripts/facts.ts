import { openDataset } from '../../start/dataset/once.ts';
import { factLines } from '../../terminal/facts.ts';
import { printLine } from '../../terminal/output.ts';
import { printError } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: { it: 'stampa ogni cifra pubblicata', en: 'prints every published figure' },
  options: {
    csv: { text: { it: 'CSV invece di righe JSON', en: 'CSV instead of lines of JSON' } },
    date: { value: 'DATE', text: { it: 'di una sola data', en: 'of one date only' } },
  },
  async run({ config, locale, options: { csv = false, date } }) {
    const opened = await openDataset(config);
    if (!opened.ok) return opened.status;
    const { dataset } = opened;
    const lines = factLines(dataset, { csv, date, locale });
    if (lines === null) {
      const dates = dataset.snapshots.map((snapshot) => snapshot.date).join(', ');
      return printError(`No snapshot of ${date}: there are ${dates}`, 1);
    }
    for (const line of lines) printLine(line);
    return 0;
  },
});
