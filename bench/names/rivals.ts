import { atLeast, atMost, type Line } from '../suite/line.ts';
import { hits, quantile } from './answers.ts';
import { type Answered, type Opened, open } from './process.ts';

export type Sizes = { readonly names: number; readonly many: number; readonly queries: number };

/** The others take up to ten seconds a query. */
export const RIVALS = [
  { engine: 'minisearch', name: 'MiniSearch', queries: 12, warm: 6, ratio: 1 / 400 },
  { engine: 'ufuzzy', name: 'uFuzzy', queries: 60, warm: 30, ratio: 1 / 15 },
  { engine: 'fuse', name: 'fuse.js over titles', queries: 2, warm: 1, ratio: 1 / 700 },
] as const;

type Rival = (typeof RIVALS)[number];
type Turn = { readonly own: readonly Answered[]; readonly other: readonly Answered[] };

export async function besideRival(
  { engine, name, warm, queries, ratio }: Rival,
  sizes: Sizes,
  rounds: number,
) {
  const own = await open({ engine: 'matcher', names: sizes.names, warm: sizes.queries });
  const other = await open({ engine, names: sizes.names, warm });
  const turns: Turn[] = [];
  for (let round = 0; round < rounds; round++) turns.push(await turn(own, other, round, sizes, queries));
  await Promise.all([own.close(), other.close()]);
  const what = `a name among ${sizes.names}`;
  const p99: Line = {
    id: `names.p99.${engine}`,
    what: `${what}, p99 | ${name}`,
    unit: 'ms CPU',
    product: turns.map((each) => quantile(each.own, 0.99)),
    baseline: turns.map((each) => quantile(each.other, 0.99)),
    budget: atMost(ratio),
    note: `${sizes.queries} and ${queries} queries a round; ratio 1 : ${Math.round(1 / medianRatio(turns))}`,
  };
  const asked = rounds * queries;
  const hit1: Line = {
    id: `names.hit1.${engine}`,
    what: `${what}, written with typos, in another order, cut off or in a sentence: found first | ${name}`,
    unit: '%',
    product: [hits(turns.flatMap((each) => each.own.slice(0, queries)))],
    baseline: [hits(turns.flatMap((each) => each.other))],
    budget: atLeast(1),
    note: `the same ${asked} queries; of ${rounds * sizes.queries} the matcher finds ${hits(turns.flatMap((each) => each.own)).toFixed(1)} %`,
  };
  return { p99, hit1 };
}

/** The matcher answers what the other engine does, and then as many as make its 99th percentile. */
async function turn(own: Opened, other: Opened, round: number, sizes: Sizes, count: number): Promise<Turn> {
  const same = { seed: 100 + round, from: round * count, count };
  const before = await own.answer(same);
  const answered = await other.answer(same);
  const after = await own.answer({ seed: 1000 + round, from: 0, count: sizes.queries - count });
  return { own: [...before, ...after], other: answered };
}

const medianRatio = (turns: readonly Turn[]): number => {
  const ratios = turns.map(({ own, other }) => quantile(own, 0.99) / quantile(other, 0.99));
  return ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
};
