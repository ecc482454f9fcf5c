import { atMost, type Group } from '../line.ts';
import { inTurn } from '../rounds.ts';
import { play } from './bots.ts';

const head = {
  id: 'start',
  what: 'process start to IDENTIFY | pong bot',
  unit: 'ms',
  budget: atMost(1.3),
} as const;

/** Starts of a round, of which the median counts. */
export const start: Group = {
  name: 'start',
  heads: [head],
  async measure({ rounds, short }) {
    // The first finds nothing in the file cache.
    if (!short) await inTurn(1, started);
    return [{ ...head, ...(await inTurn(rounds, started)) }];
  },
};

async function started(side: 'product' | 'baseline'): Promise<number> {
  const { bot, end } = await play(side);
  await end();
  return bot.started;
}
