import type { Interaction } from '../../load/mix.ts';
import { COMMANDS, command } from '../asked/commands.ts';
import { asked, QUESTIONS } from '../asked/questions.ts';
import { TYPED, typed } from '../asked/typed.ts';
import { atMost, type Budget, type Group, type Head, type Line, type Measuring } from '../line.ts';
import { quantile } from '../numbers.ts';
import { orderIn, type Side } from '../rounds.ts';
import { type Played, timesOf, withBoth } from './bots.ts';

/** What is sent one after the other, or so many at once; `count` of it in a round, a slice to each bot in turn. */
type Kind = {
  readonly name: string;
  readonly what: string;
  readonly of: (at: number) => Interaction;
  readonly note: string;
  readonly count: number;
  readonly inFlight: number;
  readonly budgets: { readonly p50: Budget; readonly p99: Budget };
};

const commands = `${COMMANDS} different /spending: every axis and measure in two languages`;
const KINDS: readonly Kind[] = [
  {
    name: 'command',
    what: 'slash command to callback, one at a time | pong bot',
    of: command,
    note: commands,
    count: 1500,
    inFlight: 1,
    budgets: { p50: atMost(1.25), p99: atMost(1.5) },
  },
  {
    name: 'busy',
    what: 'slash command to callback, 100 in flight | pong bot',
    of: command,
    note: commands,
    count: 4000,
    inFlight: 100,
    budgets: { p50: atMost(1.5), p99: atMost(1.5) },
  },
  {
    name: 'autocomplete',
    what: 'suggestions to callback, one at a time | pong bot with one choice',
    of: typed,
    note: `${TYPED} different: beginnings of axes, measures and initiatives in two languages`,
    count: 1500,
    inFlight: 1,
    budgets: { p50: atMost(1.25), p99: atMost(1.5) },
  },
  {
    name: 'question',
    what: '/ask in free text to callback, one at a time | pong bot',
    of: asked,
    note: `${QUESTIONS} different, half with a typo, none asked twice in five rounds`,
    count: 1000,
    inFlight: 1,
    budgets: { p50: atMost(5), p99: atMost(3) },
  },
];
const SHORT = 30;
/** A slice holds so many: long enough to reach its speed, and short beside what changes on a machine. */
const SLICES = 4;

const PROCESSOR: Head = {
  id: 'processor',
  what: 'processor time a command, all threads of the bot | pong bot',
  unit: 'ms CPU',
  budget: atMost(1.4),
};

const headsOf = ({ name, what, budgets }: Kind): readonly Head[] => [
  { id: `${name}.p50`, what, unit: 'ms', budget: budgets.p50 },
  { id: `${name}.p99`, what, unit: 'ms', budget: budgets.p99 },
];

export const gateway: Group = {
  name: 'gateway',
  heads: [...KINDS.flatMap(headsOf), PROCESSOR],
  measure: (options, isWanted) =>
    withBoth(async (bots) => {
      const lines: Line[] = [];
      for (const kind of KINDS) {
        const isForProcessor = kind.name === 'busy' && isWanted(PROCESSOR.id);
        if (isForProcessor || headsOf(kind).some(({ id }) => isWanted(id)))
          lines.push(...(await linesOf(kind, bots, options)));
      }
      return lines;
    }),
};

type Round = { readonly times: readonly number[]; readonly processor: number };

async function linesOf(
  kind: Kind,
  bots: Readonly<Record<Side, Played>>,
  { rounds, short }: Measuring,
): Promise<readonly Line[]> {
  const count = short ? SHORT : kind.count;
  const taken: { product: Round[]; baseline: Round[] } = { product: [], baseline: [] };
  // The first round warms both, and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const both = await sliced(kind, bots, { from: round * count, count, first: round });
    if (round > 0) for (const side of orderIn(0)) taken[side].push(both[side]);
  }
  const values = (of: (round: Round) => number) => ({
    product: taken.product.map(of),
    baseline: taken.baseline.map(of),
  });
  const at = (share: number) => values(({ times }) => quantile(times, share));
  const [p50, p99] = headsOf(kind);
  return [
    ...(p50 ? [{ ...p50, ...at(0.5), note: kind.note }] : []),
    ...(p99 ? [{ ...p99, ...at(0.99), note: kind.note }] : []),
    ...(kind.name === 'busy'
      ? [{ ...PROCESSOR, ...values(({ processor }) => processor / count), note: 'with 100 in flight' }]
      : []),
  ];
}

/** One round: a slice to one bot, the same to the other. */
async function sliced(
  { of, inFlight }: Kind,
  bots: Readonly<Record<Side, Played>>,
  { from, count, first }: { readonly from: number; readonly count: number; readonly first: number },
): Promise<Readonly<Record<Side, Round>>> {
  const size = Math.ceil(count / SLICES);
  const spent = { product: 0, baseline: 0 };
  const times: Record<Side, number[]> = { product: [], baseline: [] };
  for (let done = 0; done < count; done += size) {
    const slice = { of, inFlight, from: from + done, count: Math.min(size, count - done) };
    for (const side of orderIn(first + done / size)) {
      const before = bots[side].bot.processor();
      times[side].push(...(await timesOf(bots[side], slice)));
      spent[side] += bots[side].bot.processor() - before;
    }
  }
  return {
    product: { times: times.product, processor: spent.product },
    baseline: { times: times.baseline, processor: spent.baseline },
  };
}
