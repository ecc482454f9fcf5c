import { mixed } from '../../load/mix.ts';
import type { Group, Head } from '../line.ts';
import { play, timesOf } from './bots.ts';

/** A container of 256 MB has room for it. */
const MOST_MB = 250;
const COUNT = 60_000;
const SHORT = 500;
const STEP = 2500;
const IN_FLIGHT = 20;
const LOOK_EVERY_MS = 250;

const head: Head = {
  id: 'plateau',
  what: 'most resident memory over 60,000 as people send them, with pictures and exports',
  unit: 'MB',
  budget: { of: 'value', atMost: MOST_MB },
};

export const plateau: Group = {
  name: 'plateau',
  heads: [head],
  async measure({ short }) {
    const count = short ? SHORT : COUNT;
    const played = await play('product');
    let most = 0;
    const look = () => {
      most = Math.max(most, played.bot.resident());
    };
    const watch = setInterval(look, LOOK_EVERY_MS);
    try {
      for (let done = 0; done < count; done += STEP) {
        const step = Math.min(STEP, count - done);
        await timesOf(played, { of: mixed, from: done, count: step, inFlight: IN_FLIGHT });
        look();
      }
    } finally {
      clearInterval(watch);
      await played.end();
    }
    return [{ ...head, product: [most], baseline: [], note: `one run, ${count} interactions` }];
  },
};
