import { performance } from 'node:perf_hooks';
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { buildNameIndex, match } from '../src/search/matcher.ts';
import { queries, randomFrom, titles } from './titles.ts';

type Search = (query: string) => unknown;
type Engine = {
  readonly name: string;
  readonly queries: number;
  readonly build: (names: readonly string[]) => Search;
};

const ENGINES: readonly Engine[] = [
  { name: 'this matcher', queries: 600, build: matcher },
  { name: 'MiniSearch', queries: 36, build: miniSearch },
  { name: 'uFuzzy', queries: 60, build: ufuzzy },
  { name: 'fuse.js over titles', queries: 3, build: fuse },
];

function matcher(names: readonly string[]): Search {
  const index = buildNameIndex(
    names.map((name, at) => ({ kind: 'name', id: String(at + 1), name, names: [] })),
  );
  return (query) => match(index, query);
}

function miniSearch(names: readonly string[]): Search {
  const index = new MiniSearch<{ id: number; name: string }>({ fields: ['name'] });
  index.addAll(names.map((name, id) => ({ id, name })));
  const options = { fuzzy: 0.2, prefix: true };
  return (query) => {
    const all = index.search(query, { ...options, combineWith: 'AND' });
    return all.length > 0 ? all : index.search(query, options);
  };
}

function ufuzzy(names: readonly string[]): Search {
  const haystack = uFuzzy.latinize([...names]);
  const search = new uFuzzy({ intraMode: 1 });
  return (query) => search.search(haystack, uFuzzy.latinize(query), 5);
}

function fuse(names: readonly string[]): Search {
  const index = new Fuse(names, { includeScore: true, ignoreLocation: true, threshold: 0.2 });
  return (query) => index.search(query, { limit: 25 });
}

function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function measure(
  { name, queries: count, build }: Engine,
  names: readonly string[],
  asked: readonly string[],
) {
  const empty = memory();
  const start = performance.now();
  const search = build(names);
  const built = performance.now() - start;
  const size = memory() - empty;
  for (const query of asked.slice(0, Math.min(60, count / 3))) search(query);
  const times = asked.slice(0, count).map((query) => {
    const before = performance.now();
    search(query);
    return performance.now() - before;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2));
  return {
    names: names.length,
    engine: name,
    'built ms': Math.round(built),
    MiB: Math.round(size),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    queries: count,
  };
}

const random = randomFrom(7);
const rows = [10_000, 189_082].flatMap((count) => {
  const names = titles(count, random);
  const asked = queries(names, 600, random);
  return ENGINES.map((engine) => measure(engine, names, asked));
});
console.table(rows);
