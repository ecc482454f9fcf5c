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
const [empty, began] = [memory(), worked()];
const search = ENGINES[engine](names);
const built: Built = { ms: worked() - began, mebibytes: memory() - empty };
for (const { text } of asked(names, { count: warm }, randomFrom(13))) search(text);

process.on('message', ({ seed, from, count }: Span) => {
  const answered: Answered[] = asked(names, { from, count }, randomFrom(seed)).map(({ text, name }) => {
    const before = worked();
    const found = search(text);
    return { ms: worked() - before, hit: name === null ? null : found === name };
  });
  process.send?.(answered);
});
process.on('disconnect', () => process.exit());
process.send?.(built);

/** Milliseconds of the processor: a machine that others use as well would lengthen the slowest of short answers most. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
