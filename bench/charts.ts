import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openCharts } from '../src/render/charts.ts';
import { spec } from './chartSpec.ts';

const RENDERS = 1000;
/** By then code is compiled and buffers have their size; megabytes more than this by the end are a leak. */
const SETTLED = 200;
const MOST_GROWTH = 20;
const MARKS = [1, 50, 200, 400, 600, 800, RENDERS];

/** What the process holds now, in MB; Linux only, where the product runs. */
function resident(): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
}

/** Without a cache, which would fill meanwhile: whatever grows is not given back. */
const charts = openCharts({ timeout: 60_000, patience: 60_000, cacheBytes: 1, log: { warn: console.error } });
const alive = setInterval(() => {}, 60_000);
const times: number[] = [];
let settled = 0;
console.log(`before: ${resident().toFixed(0)} MB`);
for (let count = 1; count <= RENDERS; count += 1) {
  const start = performance.now();
  const png = await charts.draw(spec(count), 'bench');
  times.push(performance.now() - start);
  if (count === SETTLED) settled = resident();
  if (!MARKS.includes(count)) continue;
  const kilobytes = ((png?.byteLength ?? 0) / 1024).toFixed(0);
  console.log(
    `${count} renders: ${resident().toFixed(0)} MB, last ${times.at(-1)?.toFixed(0)} ms, ${kilobytes} KB`,
  );
}
const growth = resident() - settled;
console.log(`growth from ${SETTLED} to ${RENDERS} renders: ${growth.toFixed(0)} MB (at most ${MOST_GROWTH})`);
if (growth > MOST_GROWTH) process.exitCode = 1;
const sorted = times.slice(50).sort((a, b) => a - b);
const at = (share: number) => sorted[Math.floor(sorted.length * share)]?.toFixed(0);
console.log(`warm: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
clearInterval(alive);
await charts.close();
