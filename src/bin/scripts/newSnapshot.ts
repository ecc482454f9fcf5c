import { newSnapshot } from '../../maintenance/form/newSnapshot.ts';
import { alone } from '../../start/alone.ts';
import { printOutcome } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'comincia lo snapshot di una data da quello precedente',
    en: 'begins the snapshot of a date from the one before',
  },
  args: { it: '<DATA>', en: '<DATE>' },
  options: {
    from: {
      value: 'FILE',
      text: {
        it: 'il documento nuovo (PDF, PPTX o testo), da cui si propongono le cifre',
        en: 'the new report (PDF, PPTX or text), from which the figures are proposed',
      },
    },
  },
  async run({ config: { dataDir: dir, sourceDir }, locale, args: [date = ''], options: { from } }) {
    return printOutcome(await alone(dir, locale, () => newSnapshot({ date, from, dir, sourceDir, locale })));
  },
});
