import type { Group, Line, Measuring } from '../line.ts';
import { orderIn, type Side } from '../rounds.ts';
import { type Played, timesOf, withBoth } from './bots.ts';
import { KINDS, type Kind, type Round, readingsOf } from './kinds.ts';

type Bots = Readonly<Record<Side, Played>>;

const SHORT = 30;
/** Of a round: long enough for a bot to reach its speed, and short beside what changes on a machine. */
const SLICES = 4;

export const gateway: Group = {
  name: 'gateway',
  heads: KINDS.flatMap(readingsOf).map(({ head }) => head),
  measure: (options, isWanted) =>
    withBoth(async (bots) => {
      const lines: Line[] = [];
      for (const kind of KINDS)
        if (readingsOf(kind).some(({ head }) => isWanted(head.id)))
          lines.push(...(await linesOf(kind, bots, options)));
      return lines;
    }),
};

async function linesOf(kind: Kind, bots: Bots, { rounds, short }: Measuring): Promise<readonly Line[]> {
  const count = short ? SHORT : kind.count;
  const taken: Readonly<Record<Side, Round>>[] = [];
  // The first round warms both, and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const both = await sliced(kind, bots, { round, count });
    if (round > 0) taken.push(both);
  }
  return readingsOf(kind).map(({ head, of, note }) => ({
    ...head,
    product: taken.map(({ product }) => of(product, count)),
    baseline: taken.map(({ baseline }) => of(baseline, count)),
    note,
  }));
}

/** One round: a slice to one bot, the same to the other. */
async function sliced(
  { of, inFlight }: Kind,
  bots: Bots,
  { round, count }: { readonly round: number; readonly count: number },
): Promise<Readonly<Record<Side, Round>>> {
  const size = Math.ceil(count / SLICES);
  const taken = { product: newRound(), baseline: newRound() };
  for (let done = 0; done < count; done += size) {
    const slice = { of, inFlight, from: round * count + done, count: Math.min(size, count - done) };
    for (const side of orderIn(round + done / size)) {
      const { bot } = bots[side];
      const before = bot.processor();
      const { times, withFiles } = await timesOf(bots[side], slice);
      taken[side].times.push(...times);
      taken[side].withFiles.push(...withFiles);
      taken[side].processor += bot.processor() - before;
    }
  }
  return taken;
}

const newRound = (): { times: number[]; withFiles: number[]; processor: number } => ({
  times: [],
  withFiles: [],
  processor: 0,
});
