import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { type Match, match, type Named, type NameIndex } from '../search/matcher.ts';

const NEAREST = 5;

/** A plain list, one name a line: the id of a name is the number of its line. */
export async function namesIn(file: string): Promise<readonly Named[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, at) => {
    const name = line.trim();
    return name === '' ? [] : { kind: 'name', id: String(at + 1), name, names: [] };
  });
}

/** One line of JSON, or text for people. */
export function answer(index: NameIndex, query: string, json: boolean): string {
  const start = performance.now();
  const found = match(index, query);
  const ms = Math.round((performance.now() - start) * 1000) / 1000;
  return json ? toJson(query, found, ms) : toText(found);
}

function toJson(query: string, { outcome, best, candidates }: Match, ms: number): string {
  return JSON.stringify({
    query,
    outcome,
    best: best && { kind: best.kind, id: best.id, name: best.name },
    candidates: candidates.map(({ named: { kind, id, name }, score }) => ({ kind, id, name, score })),
    ms,
  });
}

function toText({ outcome, best, rivals, candidates }: Match): string {
  if (best !== null) return `found: ${line(best)}`;
  if (outcome === 'choose') return ['which one?', ...rivals.map(item)].join('\n');
  const nearest = candidates.slice(0, NEAREST).map(({ named }) => item(named));
  return [nearest.length > 0 ? 'none; the nearest:' : 'none', ...nearest].join('\n');
}

const line = ({ kind, id, name }: Named): string => `${name} (${kind} ${id})`;
const item = (named: Named): string => `  ${line(named)}`;
