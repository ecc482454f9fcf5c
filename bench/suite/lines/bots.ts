import type { Loopback } from '../../../tests/loopback/discord.ts';
import { type Bot, startBot } from '../../load/bot.ts';
import type { Interaction } from '../../load/mix.ts';
import { load, type Outcome } from '../../load/run.ts';
import type { Side } from '../rounds.ts';

export const PONG = 'dist/benches/bench/baselines/pong.js';

/** One side's bot, and the Discord that it alone is connected to, which is in this process. */
export type Played = { readonly bot: Bot; readonly discord: Loopback; readonly end: () => Promise<void> };

export async function play(side: Side): Promise<Played> {
  // Checking every response against the specification would take the time that is measured.
  process.env.DISCORD_OPENAPI = '';
  const { startLoopback } = await import('../../../tests/loopback/discord.ts');
  const discord = await startLoopback();
  try {
    const bot = await startBot(discord, side === 'product' ? {} : { program: PONG });
    const end = () => bot.end().then(discord.close);
    return { bot, discord, end };
  } catch (error) {
    await discord.close();
    throw error;
  }
}

/** Both bots for as long as something is done with them. */
export async function withBoth<T>(work: (bots: Readonly<Record<Side, Played>>) => Promise<T>): Promise<T> {
  const product = await play('product');
  try {
    const baseline = await play('baseline');
    try {
      return await work({ product, baseline });
    } finally {
      await baseline.end();
    }
  } finally {
    await product.end();
  }
}

type Asked = {
  readonly of: (at: number) => Interaction;
  readonly from: number;
  readonly count: number;
  readonly inFlight: number;
};

/** Milliseconds from each interaction to its callback, and of those that came with a file; throws where one was not answered, or twice. */
export async function timesOf(
  { bot, discord }: Pick<Played, 'bot' | 'discord'>,
  asked: Asked,
): Promise<Pick<Outcome, 'times' | 'withFiles'>> {
  const { lost, twice, ...times } = await Promise.race([load(discord, asked), bot.died]);
  discord.forget();
  if (lost.length + twice.length > 0)
    throw new Error(`${lost.length} interactions not answered, ${twice.length} answered twice`);
  return times;
}
