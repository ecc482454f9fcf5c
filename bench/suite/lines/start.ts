import { atMost, type Group } from '../line.ts';
import { median } from '../numbers.ts';
import { inTurn, type Side } from '../rounds.ts';
import { play } from './bots.ts';

const head = {
  id: 'start',
  what: 'process start to IDENTIFY | pong bot',
  unit: 'ms',
  budget: atMost(1.3),
} as const;

/** Starts of a round, of which the median counts. */
const EACH = 3;

export const start: Group = {
  name: 'start',
  heads: [head],
  async measure({ rounds, short }) {
    // The first finds nothing in the file cache.
    if (!short) await inTurn(1, started);
    const each = short ? 1 : EACH;
    const typical = async (side: Side) => {
      const times: number[] = [];
      for (let done = 0; done < each; done += 1) times.push(await started(side));
      return median(times);
    };
    return [{ ...head, ...(await inTurn(rounds, typical)), note: `the median of ${each} in a round` }];
  },
};

async function started(side: Side): Promise<number> {
  const { bot, end } = await play(side);
  await end();
  return bot.started;
}
