import { importEu } from '../../maintenance/eu/importEu.ts';
import { alone } from '../../start/alone.ts';
import { printOutcome } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'prende gli open data della Commissione europea',
    en: 'takes the European Commission’s open data',
  },
  args: { it: '<FILE.csv...>', en: '<FILE.csv...>' },
  options: {
    dryRun: { text: { it: 'mostra soltanto che cosa scriverebbe', en: 'only shows what it would write' } },
  },
  async run({ config: { dataDir: dir, sourceDir }, locale, args: files, options: { dryRun = false } }) {
    const take = () => importEu({ files, dryRun, dir, sourceDir, locale });
    return printOutcome(await (dryRun ? take() : alone(dir, locale, take)));
  },
});
