import { EX_CONFIG } from '../../discord/exitStatus.ts';
import { loadDataset } from '../../load/load.ts';
import { buildNameIndex, type Named } from '../../search/matcher.ts';
import { namedThings } from '../../search/names.ts';
import { answer, namesIn } from '../../terminal/find.ts';
import { linesOf } from '../../terminal/lines.ts';
import { printLine } from '../../terminal/output.ts';
import { printError } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'trova un nome, o quelli che si scrivono, uno per riga',
    en: 'finds a name, or those that are written, one a line',
  },
  args: { it: '[testo...]', en: '[text...]' },
  options: {
    json: { text: { it: 'un oggetto JSON per testo', en: 'one JSON object a text' } },
    names: {
      value: 'FILE',
      text: { it: 'i nomi di un elenco, uno per riga', en: 'the names of a list, one a line' },
    },
  },
  async run({ config, locale, args, options: { json = false, names: file } }) {
    const names = file === undefined ? await namesOfDataset(config.dataDir) : await namesIn(file);
    if (names === null) return printError('The dataset is not valid: npm run check:data', EX_CONFIG);
    const index = buildNameIndex(names);
    for await (const text of linesOf(args, { prompt: PROMPT[locale], untilEmpty: true })) {
      printLine(answer(index, text, json));
    }
    return 0;
  },
});

async function namesOfDataset(dir: string): Promise<readonly Named[] | null> {
  const loaded = await loadDataset(dir);
  return loaded.ok ? namedThings(loaded.dataset.programme) : null;
}

const PROMPT = { it: 'Nome: ', en: 'Name: ' };
