import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Answered, type Built, type Opened, open } from './names/process.ts';
import { atLeast, atMost, type Line, type Measuring } from './suite/line.ts';

/** Operations that the programme selected: a programme has no more names than that. */
const NAMES = 189_082;
const MANY_NAMES = 1_000_000;
/** Queries a round: of the six ways to write a name each as often. */
const QUERIES = 600;
/** The others take up to ten seconds a query. */
const RIVALS = [
  { engine: 'minisearch', name: 'MiniSearch', queries: 12, warm: 6, ratio: 1 / 400 },
  { engine: 'ufuzzy', name: 'uFuzzy', queries: 60, warm: 30, ratio: 1 / 15 },
  { engine: 'fuse', name: 'fuse.js over titles', queries: 2, warm: 1, ratio: 1 / 700 },
] as const;

type Rival = (typeof RIVALS)[number];
type Sizes = { readonly names: number; readonly many: number; readonly queries: number };

const WHOLE: Sizes = { names: NAMES, many: MANY_NAMES, queries: QUERIES };
const SHORT: Sizes = { names: 2_000, many: 10_000, queries: 60 };

/** The matcher of names beside three others over the same titles, each in a process of its own, all taking turns. */
export async function measureNames({ rounds, short }: Measuring): Promise<readonly Line[]> {
  const sizes = short ? SHORT : WHOLE;
  const beside = [];
  for (const rival of RIVALS) beside.push(await besideRival(rival, sizes, rounds));
  return [
    ...beside.map(({ p99 }) => p99),
    ...beside.map(({ hit1 }) => hit1),
    ...(await ofBuilding(sizes, rounds)),
    await ofGrowth(sizes, rounds),
  ];
}

type Turn = { readonly own: readonly Answered[]; readonly other: readonly Answered[] };

async function besideRival({ engine, name, warm, queries, ratio }: Rival, sizes: Sizes, rounds: number) {
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

/** Each time in a fresh process. */
async function ofBuilding(sizes: Sizes, rounds: number): Promise<readonly Line[]> {
  const built: Built[] = [];
  for (let round = 0; round < rounds; round++) {
    const opened = await open({ engine: 'matcher', names: sizes.names, warm: 0 });
    built.push(opened.built);
    await opened.close();
  }
  const what = `an index of ${sizes.names} names`;
  return [
    {
      id: 'names.memory',
      what: `${what}, besides the names`,
      unit: 'MiB',
      product: built.map(({ mebibytes }) => mebibytes),
      baseline: [],
      budget: { of: 'value', atMost: 36 },
    },
    {
      id: 'names.build',
      what: `${what}, built`,
      unit: 'ms CPU',
      product: built.map(({ ms }) => ms),
      baseline: [],
      budget: { of: 'value', atMost: 2_000 },
    },
  ];
}

async function ofGrowth({ names, many, queries }: Sizes, rounds: number): Promise<Line> {
  const few = await open({ engine: 'matcher', names, warm: queries });
  const large = await open({ engine: 'matcher', names: many, warm: queries });
  const [product, baseline]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const span = { seed: 100 + round, from: 0, count: queries };
    product.push(quantile(await large.answer(span), 0.99));
    baseline.push(quantile(await few.answer(span), 0.99));
  }
  await Promise.all([few.close(), large.close()]);
  return {
    id: 'names.growth',
    what: `a name among ${many}, p99 | among ${names}`,
    unit: 'ms CPU',
    product,
    baseline,
    budget: atMost(2),
    note: `${queries} queries a round`,
  };
}

function quantile(answered: readonly Answered[], share: number): number {
  const times = answered.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.round((times.length - 1) * share)] ?? Number.NaN;
}

/** Of the queries that name something, the percentage that found it first. */
function hits(answered: readonly Answered[]): number {
  const naming = answered.filter(({ hit }) => hit !== null);
  return (100 * naming.filter(({ hit }) => hit).length) / naming.length;
}

/** `node bench/names.js [--short]` alone. */
if (argv[1] === fileURLToPath(import.meta.url)) {
  const lines = await measureNames({ rounds: 3, short: argv.includes('--short') });
  for (const { id, unit, product, baseline, note = '' } of lines)
    console.log([id, unit, shown(product), shown(baseline), note].join(' | '));
}

function shown(values: readonly number[]): string {
  return values.map((value) => Number(value.toPrecision(3))).join(' ');
}
