import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { quantile } from './names/answers.ts';
import { type Built, open } from './names/process.ts';
import { besideRival, RIVALS, type Sizes } from './names/rivals.ts';
import { atMost, type Line, type Measuring } from './suite/line.ts';

/** Operations that the programme selected: a programme has no more names than that. */
const NAMES = 189_082;
const MANY_NAMES = 1_000_000;
/** Queries a round: of the six ways to write a name each as often. */
const QUERIES = 600;
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

/** `node bench/names.js [--short]` alone. */
if (argv[1] === fileURLToPath(import.meta.url)) {
  const lines = await measureNames({ rounds: 3, short: argv.includes('--short') });
  for (const { id, unit, product, baseline, note = '' } of lines)
    console.log([id, unit, shown(product), shown(baseline), note].join(' | '));
}

function shown(values: readonly number[]): string {
  return values.map((value) => Number(value.toPrecision(3))).join(' ');
}
