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
  async run({ config: { dataDir: dir, sourceDir }, locale, args: [date = ''] }) {
    return printOutcome(await alone(dir, locale, () => newSnapshot({ date, dir, sourceDir, locale })));
  },
});
