import { fileURLToPath } from 'node:url';
import type { Drawn } from '../drawn.ts';
import { atMost, type Group, type Head, type Line } from '../line.ts';
import { run } from '../programs.ts';
import { inTurn, type Side } from '../rounds.ts';

const ALONE = fileURLToPath(new URL('../alone/charts.js', import.meta.url));
const HERE = 'the same SVG drawn by resvg in the main thread';
const FIRST: Head = {
  id: 'chart.first',
  what: 'first picture of a thread that has warmed up | median of those after it',
  unit: 'ms',
  budget: atMost(3),
};
const COLD: Head = {
  id: 'chart.cold',
  what: `first picture of a process, thread and fonts included | ${HERE}`,
  unit: 'ms',
  budget: null,
};
const MEDIAN: Head = { id: 'chart.median', what: `a picture | ${HERE}`, unit: 'ms', budget: null };
const P99: Head = { id: 'chart.p99', what: `a picture, 99th percentile | ${HERE}`, unit: 'ms', budget: null };
const DELAY: Head = {
  id: 'chart.delay',
  what: `how late the event loop is while pictures are drawn, 99th percentile | ${HERE}`,
  unit: 'ms',
  budget: { of: 'value', atMost: 10 },
};
const COUNT = 60;
const SHORT = 2;

export const chart: Group = {
  name: 'chart',
  heads: [FIRST, MEDIAN, P99, DELAY, COLD],
  async measure({ rounds, short }) {
    const count = String(short ? SHORT : COUNT);
    const warm = await inTurn(rounds, (side) => drawn(side, count, 'warm'));
    const cold = await inTurn(rounds, (side) => drawn(side, '2'));
    const line = (head: Head, which: keyof Drawn, sides = warm): Line => ({
      ...head,
      product: sides.product.map((each) => each[which]),
      baseline: sides.baseline.map((each) => each[which]),
      note: `${count} pictures a round, a process each`,
    });
    return [
      { ...line(FIRST, 'first'), baseline: warm.product.map(({ median }) => median) },
      line(MEDIAN, 'median'),
      line(P99, 'p99'),
      line(DELAY, 'delay'),
      { ...line(COLD, 'first', cold), note: 'a process each' },
    ] satisfies readonly Line[];
  },
};

async function drawn(side: Side, ...args: readonly string[]): Promise<Drawn> {
  return JSON.parse((await run(process.execPath, [ALONE, side, ...args])).text);
}
