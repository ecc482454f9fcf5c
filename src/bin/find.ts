import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { EX_CONFIG } from '../discord/exitStatus.ts';
import { loadDataset } from '../load/load.ts';
import { buildNameIndex, type Named } from '../search/matcher.ts';
import { namedThings } from '../search/names.ts';
import { readConfig } from '../start/config.ts';
import { answer, namesIn } from '../terminal/find.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, names: { type: 'string' } },
  allowPositionals: true,
});

async function fromDataset(): Promise<readonly Named[]> {
  const read = readConfig();
  if (!read.ok) return stop(read.problems.join('\n'));
  const loaded = await loadDataset(read.config.dataDir);
  return loaded.ok
    ? namedThings(loaded.dataset.programme)
    : stop('The dataset is not valid: npm run check:data');
}

function stop(problem: string): never {
  console.error(problem);
  process.exit(EX_CONFIG);
}

const index = buildNameIndex(values.names === undefined ? await fromDataset() : await namesIn(values.names));
const texts = positionals.length > 0 ? [positionals.join(' ')] : createInterface({ input: process.stdin });
for await (const text of texts) console.log(answer(index, text, values.json));
