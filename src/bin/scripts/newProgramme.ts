import { newProgramme } from '../../maintenance/eu/programme/newProgramme.ts';
import { printOutcome } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'comincia il dataset di un programma dagli open data della Commissione europea',
    en: 'begins the dataset of a programme from the European Commission’s open data',
  },
  args: { it: '<CCI> <FILE.csv...>', en: '<CCI> <FILE.csv...>' },
  options: {
    out: {
      value: 'CARTELLA',
      text: { it: 'la cartella da creare (altrimenti il CCI)', en: 'the folder to make (else the CCI)' },
    },
  },
  async run({ config: { sourceDir }, locale, args: [cci = '', ...files], options: { out = cci } }) {
    return printOutcome(await newProgramme({ cci, files, dir: out, sourceDir, locale }));
  },
});
