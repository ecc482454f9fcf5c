import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { buildNameIndex, match } from '../../src/search/matcher.ts';

/** Gives the name that it finds first. */
type Search = (query: string) => string | undefined;

/** Each as its documentation has it for names with typos. */
export const ENGINES = { matcher, minisearch, ufuzzy, fuse };
export type Engine = keyof typeof ENGINES;

function matcher(names: readonly string[]): Search {
  const index = buildNameIndex(
    names.map((name, at) => ({ kind: 'name', id: String(at + 1), name, names: [] })),
  );
  return (query) => match(index, query).candidates[0]?.named.name;
}

function minisearch(names: readonly string[]): Search {
  const index = new MiniSearch<{ id: number; name: string }>({ fields: ['name'] });
  index.addAll(names.map((name, id) => ({ id, name })));
  const options = { fuzzy: 0.2, prefix: true };
  return (query) => {
    const all = index.search(query, { ...options, combineWith: 'AND' });
    const [first] = all.length > 0 ? all : index.search(query, options);
    return first && names[first.id];
  };
}

function ufuzzy(names: readonly string[]): Search {
  const haystack = uFuzzy.latinize([...names]);
  const search = new uFuzzy({ intraMode: 1 });
  return (query) => {
    const [found, info, order] = search.search(haystack, uFuzzy.latinize(query), 5);
    const [best] = order ?? [];
    const first = info && best !== undefined ? info.idx[best] : found?.[0];
    return first === undefined ? undefined : names[first];
  };
}

function fuse(names: readonly string[]): Search {
  const index = new Fuse(names, { includeScore: true, ignoreLocation: true, threshold: 0.2 });
  return (query) => index.search(query, { limit: 25 })[0]?.item;
}
