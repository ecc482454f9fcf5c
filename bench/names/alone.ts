import { performance } from 'node:perf_hooks';
import { asked, randomFrom, titles } from '../titles.ts';
import { ENGINES } from './engines.ts';
import type { Answered, Built, Opening, Span } from './process.ts';

/**
 * One engine in a process of its own, where no other engine's garbage is collected. It is told what to open as JSON,
 * says what building took, and then answers each span of queries.
 */
const { engine, names: size, warm }: Opening = JSON.parse(process.argv[2] ?? '{}');
const random = randomFrom(7);
const names = titles(size, random);
const [empty, cpu] = [memory(), process.cpuUsage()];
const search = ENGINES[engine](names);
const { user, system } = process.cpuUsage(cpu);
const built: Built = { cpu: (user + system) / 1000, mebibytes: memory() - empty };
for (const { text } of asked(names, { count: warm }, randomFrom(13))) search(text);

process.on('message', ({ seed, from, count }: Span) => {
  const answered: Answered[] = asked(names, { from, count }, randomFrom(seed)).map(({ text, name }) => {
    const before = performance.now();
    const found = search(text);
    return { ms: performance.now() - before, hit: name === null ? null : found === name };
  });
  process.send?.(answered);
});
process.on('disconnect', () => process.exit());
process.send?.(built);

function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
