import { formatFolder } from '../../maintenance/form/formatFolder.ts';
import { alone } from '../../start/alone.ts';
import { printOutcome } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'mette i file del dataset nella loro unica forma',
    en: 'puts the files of the dataset into their one form',
  },
  args: { it: '[CARTELLA]', en: '[FOLDER]' },
  options: {
    check: { text: { it: 'dice soltanto quali non lo sono', en: 'only says which are not in it' } },
  },
  async run({ config, locale, args: [dir = config.dataDir], options: { check = false } }) {
    const format = () => formatFolder({ dir, check, locale });
    return printOutcome(await (check ? format() : alone(dir, locale, format)));
  },
});
