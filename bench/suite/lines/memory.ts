import { type Interaction, mixed } from '../../load/mix.ts';
import { command } from '../asked/commands.ts';
import { asked } from '../asked/questions.ts';
import { typed } from '../asked/typed.ts';
import { atMost, type Group, type Head } from '../line.ts';
import { inTurn, type Side } from '../rounds.ts';
import { play, timesOf } from './bots.ts';

const ALL: Head = {
  id: 'memory',
  what: 'resident memory after 2,750 commands, suggestions and questions, some answered with a picture | pong bot',
  unit: 'MB',
  budget: atMost(1.3),
};
const PICTURES: Head = {
  id: 'memory.pictures',
  what: 'the same after 2,750 as people send them, with pictures and exports | pong bot',
  unit: 'MB',
  budget: null,
};
const TEXTS: Head = {
  id: 'memory.text',
  what: 'the same after 2,750 commands and suggestions, none answered with a picture | pong bot',
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

const inTurnOf =
  (kinds: readonly ((at: number) => Interaction)[]) =>
  (at: number): Interaction =>
    (kinds[at % kinds.length] ?? command)(at);
const all = inTurnOf([command, typed, asked, command, typed]);
const texts = inTurnOf([command, typed]);

export const memory: Group = {
  name: 'memory',
  heads: [ALL, REST, TEXTS, PICTURES],
  async measure({ rounds, short }, isWanted) {
    const count = short ? SHORT : COUNT;
    const after = (of: (at: number) => Interaction) => inTurn(rounds, (side) => held(side, of, count));
    const first = await after(all);
    const lines = [
      { ...ALL, ...sidesOf(first, 'after') },
      { ...REST, ...sidesOf(first, 'atRest') },
    ];
    if (isWanted(TEXTS.id)) lines.push({ ...TEXTS, ...sidesOf(await after(texts), 'after') });
    if (isWanted(PICTURES.id)) lines.push({ ...PICTURES, ...sidesOf(await after(mixed), 'after') });
    return lines;
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
