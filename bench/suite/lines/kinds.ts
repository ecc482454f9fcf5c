import type { Interaction } from '../../load/mix.ts';
import { COMMANDS, command } from '../asked/commands.ts';
import { asked, QUESTIONS } from '../asked/questions.ts';
import { TYPED, typed } from '../asked/typed.ts';
import { atMost, type Budget, type Head } from '../line.ts';
import { quantile } from '../numbers.ts';

/** What is sent one after the other, or so many at once; `count` of it in a round, a slice to each bot in turn. */
export type Kind = {
  readonly name: string;
  readonly what: string;
  readonly of: (at: number) => Interaction;
  readonly note: string;
  readonly count: number;
  readonly inFlight: number;
  readonly budgets: { readonly p50: Budget; readonly p99: Budget };
};

const commands = `${COMMANDS} different /spending: every axis and measure in two languages`;
export const KINDS: readonly Kind[] = [
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

export const PROCESSOR: Head = {
  id: 'processor',
  what: 'processor time a command, all threads of the bot | pong bot',
  unit: 'ms CPU',
  budget: atMost(1.4),
};

export type Round = {
  readonly times: readonly number[];
  /** Of those among them that came with a file. */
  readonly withFiles: readonly number[];
  readonly processor: number;
};

/** A line, and what it says of a round of so many. */
type Reading = {
  readonly head: Head;
  readonly of: (round: Round, count: number) => number;
  readonly note: string;
};

const timesOf = (kind: Kind): readonly Reading[] => [
  {
    head: { id: `${kind.name}.p50`, what: kind.what, unit: 'ms', budget: kind.budgets.p50 },
    of: ({ times }) => quantile(times, 0.5),
    note: kind.note,
  },
  {
    head: { id: `${kind.name}.p99`, what: kind.what, unit: 'ms', budget: kind.budgets.p99 },
    of: ({ times }) => quantile(times, 0.99),
    note: kind.note,
  },
];

const partOf = (id: string, what: string, of: Reading['of']): Reading => ({
  head: { id: `question.${id}`, what: `${what} | pong bot, any answer`, unit: 'ms', budget: null },
  of,
  note: 'a part of question.p50 and question.p99',
});

const withoutFiles = ({ times, withFiles }: Round) => {
  const some = times.filter((ms) => !withFiles.includes(ms));
  return some.length > 0 ? some : times;
};
const QUESTION_PARTS: readonly Reading[] = [
  partOf('text.p50', '/ask that is answered without a picture', (round) =>
    quantile(withoutFiles(round), 0.5),
  ),
  partOf('text.p99', '/ask that is answered without a picture', (round) =>
    quantile(withoutFiles(round), 0.99),
  ),
  partOf('picture.p50', '/ask that is answered with a picture', ({ times, withFiles }) =>
    quantile(withFiles.length > 0 ? withFiles : times, 0.5),
  ),
];

/** What is read from the rounds of a kind. */
export function readingsOf(kind: Kind): readonly Reading[] {
  if (kind.name === 'question') return [...timesOf(kind), ...QUESTION_PARTS];
  const processor = {
    head: PROCESSOR,
    note: 'with 100 in flight',
    of: (round: Round, count: number) => round.processor / count,
  };
  return kind.name === 'busy' ? [...timesOf(kind), processor] : timesOf(kind);
}
