import { exportSheet } from '../../maintenance/sheet/exportSheet.ts';
import { printOutcome } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'le cifre di una data come tabella per Excel',
    en: 'the figures of a date as a table for Excel',
  },
  args: { it: '[DATA]', en: '[DATE]' },
  options: {
    out: { value: 'FILE', text: { it: 'dove scriverla; - la stampa', en: 'where to write it; - prints it' } },
  },
  async run({ config: { dataDir: dir, sourceDir }, locale, args: [date], options: { out } }) {
    return printOutcome(await exportSheet({ date, out, dir, sourceDir, locale }));
  },
});
