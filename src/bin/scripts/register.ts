import { loadCatalogue } from '../../desk/catalogue.ts';
import { dryRun, register } from '../../discord/register/register.ts';
import { printLine } from '../../terminal/output.ts';
import { printError } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: { it: 'registra i comandi su Discord', en: 'registers the commands with Discord' },
  options: {
    dryRun: {
      text: {
        it: 'stampa soltanto ciò che manderebbe',
        en: 'only prints what it would send',
      },
    },
  },
  async run({ config, options }) {
    const catalogue = await loadCatalogue();
    const { status, out, err } = await (options.dryRun ? dryRun : register)(catalogue, config);
    if (out !== undefined) printLine(out);
    return err === undefined ? status : printError(err, status);
  },
});
