import { expect, test } from 'vitest';
import { fuzz } from '../../bench/fuzz/run.ts';
import { DATA } from '../check/copy.ts';
import { desk } from '../desk.ts';

/** `npm run fuzz` does the same 200,000 times, and measures; a finding names its case, which is the same each time. */
test('whatever arrives is answered validly, and nothing is thrown: 10,000 cases', async () => {
  const { findings, counts } = await fuzz({ desk, folder: DATA, count: 10_000, seed: 7, timed: false });
  expect(findings.map(({ kind, at, what }) => `${kind} ${at}: ${what.slice(0, 300)}`)).toEqual([]);
  expect(counts).toEqual({ mutated: 4800, interaction: 2400, id: 1500, frame: 1290, dataset: 10 });
}, 300_000);
