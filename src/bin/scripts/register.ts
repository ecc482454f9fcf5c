import { loadCatalogue } from '../../desk/catalogue.ts';
import { dryRun, register, remove } from '../../discord/register/register.ts';
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
    remove: {
      text: {
        it: 'toglie invece i comandi del server DISCORD_GUILD_ID',
        en: 'removes the commands of the server DISCORD_GUILD_ID instead',
      },
    },
  },
  async run({ config, locale, options, wrong }) {
    if (options.dryRun && options.remove) return wrong(ONE_OF[locale]);
    const catalogue = await loadCatalogue();
    const { status, out, err } = await (options.remove
      ? remove(config)
      : (options.dryRun ? dryRun : register)(catalogue, config));
    if (out !== undefined) printLine(out);
    return err === undefined ? status : printError(err, status);
  },
});

const ONE_OF = { it: '--dry-run o --remove, non tutti e due.', en: '--dry-run or --remove, not both.' };
