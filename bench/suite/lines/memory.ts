import { type Interaction, mixed } from '../../load/mix.ts';
import { command } from '../asked/commands.ts';
import { asked } from '../asked/questions.ts';
import { typed } from '../asked/typed.ts';
import { atMost, type Group, type Head } from '../line.ts';
import { inTurn, type Side } from '../rounds.ts';
import { play, timesOf } from './bots.ts';

const TEXTS: Head = {
  id: 'memory',
  what: 'resident memory after 2,750 commands, suggestions and questions | pong bot',
  unit: 'MB',
  budget: atMost(1.3),
};
const PICTURES: Head = {
  id: 'memory.pictures',
  what: 'the same after 2,750 as people send them, with pictures and exports | pong bot',
  unit: 'MB',
  budget: null,
};
const REST: Head = {
  id: 'memory.rest',
  what: 'resident memory once connected | pong bot',
  unit: 'MB',
  budget: null,
};
const COUNT = 2750;
const SHORT = 50;
const IN_FLIGHT = 20;

const KINDS = [command, typed, asked, command, typed];
const texts = (at: number): Interaction => (KINDS[at % KINDS.length] ?? command)(at);

export const memory: Group = {
  name: 'memory',
  heads: [TEXTS, PICTURES, REST],
  async measure({ rounds, short }, isWanted) {
    const count = short ? SHORT : COUNT;
    const after = (of: (at: number) => Interaction) => inTurn(rounds, (side) => held(side, of, count));
    const ofTexts = await after(texts);
    const lines = [
      { ...TEXTS, ...sidesOf(ofTexts, 'after') },
      { ...REST, ...sidesOf(ofTexts, 'atRest') },
    ];
    return isWanted(PICTURES.id)
      ? [...lines, { ...PICTURES, ...sidesOf(await after(mixed), 'after') }]
      : lines;
  },
};

type Held = { readonly atRest: number; readonly after: number };

/** Megabytes of a bot that was just started, before and after. */
async function held(side: Side, of: (at: number) => Interaction, count: number): Promise<Held> {
  const played = await play(side);
  try {
    const atRest = played.bot.resident();
    await timesOf(played, { of, from: 0, count, inFlight: IN_FLIGHT });
    return { atRest, after: played.bot.resident() };
  } finally {
    await played.end();
  }
}

const sidesOf = (sides: Readonly<Record<Side, readonly Held[]>>, which: keyof Held) => ({
  product: sides.product.map((held) => held[which]),
  baseline: sides.baseline.map((held) => held[which]),
});
