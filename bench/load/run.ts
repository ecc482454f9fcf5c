import type { Loopback } from '../../tests/loopback/discord.ts';
import { type Interaction, mixed } from './mix.ts';

export type Load = {
  readonly count: number;
  /** How many wait for their answer at once. */
  readonly inFlight: number;
  /** The number of the first in the mix. */
  readonly from?: number;
  /** The interaction with a number; what people send where it is absent. */
  readonly of?: (at: number) => Interaction;
};

export type Outcome = {
  /** Milliseconds from delivery to the callback, in the order of answering. */
  readonly times: readonly number[];
  /** The same of those that came with a file, such as a picture. */
  readonly withFiles: readonly number[];
  /** Ids that got no callback. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** What Discord would object to, each once. */
  readonly problems: readonly string[];
};

/** Nobody waits for longer, and Discord takes nothing after three seconds. */
const GIVE_UP_MS = 15_000;

/** Delivers interactions to the bot, so many at once, until each is answered or given up. */
export async function load(
  discord: Loopback,
  { count, inFlight, from = 0, of = mixed }: Load,
): Promise<Outcome> {
  const times: number[] = [];
  const withFiles: number[] = [];
  const lost: string[] = [];
  const ids: string[] = [];
  const problems = new Set<string>();
  let next = 0;
  const one = async () => {
    while (next < count) {
      const interaction = of(from + next++);
      ids.push(interaction.id);
      const answer = await answered(discord, interaction, problems);
      if (answer === null) lost.push(interaction.id);
      else times.push(answer.ms);
      if (answer?.hasFiles) withFiles.push(answer.ms);
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, count) }, one));
  return {
    times,
    withFiles,
    lost,
    twice: ids.filter((id) => discord.callbacks(id).length > 1),
    problems: [...problems],
  };
}

async function answered(
  discord: Loopback,
  interaction: { readonly id: string },
  problems: Set<string>,
): Promise<{ readonly ms: number; readonly hasFiles: boolean } | null> {
  const began = performance.now();
  const late = new AbortController();
  const sent = await Promise.race([
    discord.interact(interaction),
    new Promise<null>((resolve) => {
      const timer = setTimeout(resolve, GIVE_UP_MS, null);
      late.signal.addEventListener('abort', () => clearTimeout(timer));
    }),
  ]);
  late.abort();
  for (const problem of sent?.problems ?? []) problems.add(problem);
  return sent && { ms: sent.at - began, hasFiles: sent.files.length > 0 };
}

export const LATE_MS = 3000;

export function summary({ times, lost, twice, problems }: Outcome, seconds: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  const late = times.filter((ms) => ms > LATE_MS).length;
  return [
    `${times.length} answered in ${seconds.toFixed(1)} s: ${Math.round(times.length / seconds)} a second`,
    `median ${at(0.5)} ms, 99 % ${at(0.99)} ms, slowest ${at(1)} ms`,
    `lost ${lost.length}, answered twice ${twice.length}, later than ${LATE_MS / 1000} s ${late}`,
    ...problems.slice(0, 5).map((each) => `not valid: ${each}`),
  ].join('\n');
}
