import { loadCatalogue } from '../src/desk/catalogue.ts';
import { openDesk } from '../src/desk/desk.ts';
import { loadDataset } from '../src/load/load.ts';
import { MOST_MS } from './fuzz/measured.ts';
import { fuzz } from './fuzz/run.ts';

/**
 * `npm run fuzz [-- COUNT [SEED]]`: interactions, ids, frames, questions and datasets as nobody should send them. Ends with
 * 1 where something is thrown, an answer is not valid, or one takes too long.
 */
const [count = 200_000, seed = 1] = process.argv.slice(3).map(Number);
const folder = 'data';
const loaded = await loadDataset(folder);
if (!loaded.ok) throw new Error('the dataset has findings: npm run check:data');
const desk = openDesk(loaded.dataset, await loadCatalogue());
const began = performance.now();
const { findings, counts, worst } = await fuzz({ desk, folder, count, seed, timed: true });
const seconds = (performance.now() - began) / 1000;
console.log(`seed ${seed}, ${count} cases in ${seconds.toFixed(0)} s: ${JSON.stringify(counts)}`);
console.log(
  `slowest answer: ${worst.ms.toFixed(1)} ms of the processor (at most ${MOST_MS}), case ${worst.at}, ${worst.what}`,
);
for (const { kind, at, what } of findings) console.log(`case ${at} (${kind}): ${what.slice(0, 600)}`);
console.log(findings.length === 0 ? 'nothing found' : `${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
