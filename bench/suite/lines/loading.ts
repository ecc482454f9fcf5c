import { fileURLToPath } from 'node:url';
import type { Group, Head, Line } from '../line.ts';
import { run } from '../programs.ts';
import { inTurn, type Sides } from '../rounds.ts';

const ALONE = fileURLToPath(new URL('../alone/loading.js', import.meta.url));
/** Initiatives that are added to those of the dataset; the last is the largest number of projects that a programme of this kind publishes. */
const SIZES = { small: 1000, middle: 4000, huge: 189_082 } as const;
const SHORT_SIZES = { small: 20, middle: 40, huge: 60 } as const;
const UNIT = 'ms CPU';

type Work = 'load' | 'check' | 'reload' | 'build';
type Size = keyof typeof SIZES | 'real';
type Row = { readonly id: string; readonly work: Work; readonly size: Size; readonly what: string };

const BESIDE = 'JSON.parse of the same bytes';
const ROWS: readonly Row[] = [
  { id: 'real', work: 'load', size: 'real', what: 'the dataset: parsed, checked, built, indexed' },
  { id: 'check', work: 'check', size: 'real', what: 'the check of an upload, in its thread, which starts' },
  {
    id: 'reload',
    work: 'reload',
    size: 'real',
    what: 'the reload of a changed dataset, in its thread, which starts',
  },
  { id: 'small', work: 'load', size: 'small', what: 'a dataset of 1,000 initiatives more' },
  { id: 'middle', work: 'load', size: 'middle', what: 'a dataset of 4,000 initiatives more' },
  {
    id: 'huge',
    work: 'build',
    size: 'huge',
    what: '189,082 initiatives more: parsed and built, neither checked nor indexed',
  },
];
const NOTES: Readonly<Record<string, string>> = {
  huge: 'one round; files of a dataset may have 8 MB, some 23,000 initiatives: these are larger, and check and index would take over an hour',
};
const headOf = ({ id, what }: Row): Head => ({
  id: `load.${id}`,
  what: `${what} | ${BESIDE}`,
  unit: UNIT,
  budget: null,
});
const GROWTH: Head = {
  id: 'load.growth',
  what: 'processor time an initiative at 4,000 | at 1,000: 1 is linear',
  unit: UNIT,
  budget: null,
};

export const loading: Group = {
  name: 'load',
  heads: [...ROWS.map(headOf), GROWTH],
  async measure({ rounds, short }, isWanted) {
    const sizes = { real: 0, ...(short ? SHORT_SIZES : SIZES) };
    const taken = new Map<string, Sides<number>>();
    const lines: Line[] = [];
    for (const row of ROWS) {
      const isForGrowth = isWanted(GROWTH.id) && ['real', 'small', 'middle'].includes(row.id);
      if (!isForGrowth && !isWanted(headOf(row).id)) continue;
      const sides = await inTurn(row.size === 'huge' ? 1 : rounds, (side) =>
        spent(side === 'product' ? row.work : 'parse', sizes[row.size]),
      );
      taken.set(row.id, sides);
      lines.push({ ...headOf(row), ...sides, ...noteOf(row, short) });
    }
    return isWanted(GROWTH.id) ? [...lines, growthOf(taken, sizes)] : lines;
  },
};

function noteOf({ id }: Row, short: boolean): { readonly note?: string } {
  const note = short && id !== 'real' ? 'short: of fewer initiatives' : NOTES[id];
  return note ? { note } : {};
}

/** What an initiative more costs, without what the dataset costs that they are added to. */
function growthOf(taken: ReadonlyMap<string, Sides<number>>, sizes: Readonly<Record<Size, number>>): Line {
  const real = taken.get('real')?.product ?? [];
  const each = (size: 'small' | 'middle') =>
    (taken.get(size)?.product ?? []).map((ms, round) => (ms - (real[round] ?? 0)) / sizes[size]);
  return { ...GROWTH, product: each('middle'), baseline: each('small') };
}

/** Milliseconds of processor time, in a process of its own. */
async function spent(work: Work | 'parse', count: number): Promise<number> {
  const { text } = await run(process.execPath, ['--max-old-space-size=8192', ALONE, work, String(count)]);
  return Number(text);
}
