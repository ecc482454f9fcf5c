import { argv } from 'node:process';
import { loadCatalogue } from '../../../src/desk/catalogue.ts';
import { deskData } from '../../../src/desk/desk.ts';
import { openLoader } from '../../../src/live/loader.ts';
import { buildDataset } from '../../../src/load/build.ts';
import { loadFiles } from '../../../src/load/load.ts';
import { parsedFiles } from '../../../src/load/parsed.ts';
import { type RawDataset, readFolder } from '../../../src/load/read.ts';
import { grown } from './grown.ts';

/** `loading.js WORK COUNT`: prints the processor time, in milliseconds, that it takes to do it once, of a dataset with so many more initiatives. */
const [work = '', count] = [argv[2], Number(argv[3])];
const commands = [...(await loadCatalogue()).values()];
const folder = await readFolder('data');
const raw = count === 0 ? folder : grown(folder, count);

const WORK: Readonly<Record<string, (raw: RawDataset) => unknown>> = {
  parse: ({ files }) => files.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString())),
  async load() {
    const loaded = await loadFiles(raw);
    if (!loaded.ok) throw new Error(`refused: ${loaded.findings[0]?.message.en}`);
    deskData(loaded.dataset, commands);
  },
  async check() {
    const loader = openLoader();
    const loaded = await loader.check(raw);
    if (!loaded.ok) throw new Error(`refused: ${loaded.findings[0]?.message.en}`);
    await loader.close();
  },
  async reload() {
    const loader = openLoader();
    const current = { version: 'another', documents: [], texts: '' };
    const loaded = await loader.load({ dir: 'data', current, commands: heard, apart: 0 });
    if (loaded.outcome !== 'good') throw new Error(`the reload was ${loaded.outcome}`);
    await loader.close();
  },
  build() {
    const { programme, snapshots } = parsedFiles(raw);
    if (programme === null) throw new Error('not parsed');
    const contents = snapshots.map(({ content }) => content);
    buildDataset(programme.content, contents, 'grown');
  },
};
const heard = commands.map(({ name, heard: words }) => ({ name, heard: words }));

const before = process.cpuUsage();
await WORK[work]?.(raw);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
