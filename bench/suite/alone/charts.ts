import { monitorEventLoopDelay } from 'node:perf_hooks';
import { argv } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCharts } from '../../../src/render/charts.ts';
import { drawHere } from '../../baselines/drawHere.ts';
import { spec } from '../../chartSpec.ts';
import type { Drawn } from '../drawn.ts';
import { quantile } from '../numbers.ts';

/** `charts.js SIDE COUNT [warm]`: draws so many pictures and prints a `Drawn` as JSON. */
const [side, count, isWarm] = [argv[2], Number(argv[3]), argv[4] === 'warm'];
const RESOLUTION_MS = 1;
/** A thread has long warmed up by then: it takes half a second of its processor. */
const WARMED_MS = 3000;

const charts = openCharts({ timeout: 60_000, patience: 60_000, cacheBytes: 1, log: { warn: console.error } });
const draw =
  side === 'product'
    ? (seed: number) => charts.draw(spec(seed), 'bench')
    : (seed: number) => drawHere(spec(seed));
const alive = setInterval(() => {}, WARMED_MS);
if (isWarm && side === 'product') charts.warm();
if (isWarm) await sleep(WARMED_MS);

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
const times: number[] = [];
delay.enable();
for (let seed = 1; seed <= count; seed += 1) {
  const began = performance.now();
  const png = await draw(seed);
  times.push(performance.now() - began);
  if (!png) throw new Error('a picture was not drawn');
  // The loop comes round, so that what held it up is seen.
  await sleep(RESOLUTION_MS);
}
delay.disable();
const [first = Number.NaN, ...others] = times;
// What is recorded is from one look to the next, of which the resolution is no delay.
const p99 = Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS);
const drawn: Drawn = { first, median: quantile(others, 0.5), p99: quantile(others, 0.99), delay: p99 };
console.log(JSON.stringify(drawn));
clearInterval(alive);
await charts.close();
