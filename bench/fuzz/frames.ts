import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from '../../src/desk/desk.ts';
import { startGateway } from '../../src/discord/gateway/gateway.ts';
import { startLoopback } from '../../tests/loopback/discord.ts';
import { slash } from '../../tests/loopback/interactions.ts';
import { inChannel } from '../../tests/loopback/messages.ts';
import { raw } from './interactions.ts';
import { misspelt } from './mutated.ts';
import type { Random } from './random.ts';
import { textOf } from './texts.ts';

export type Line = (line: string) => void;

const TOKEN = 'ODAwMDAwMDAwMDAwMDAwMDAx.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789ab';
const PATIENCE_MS = 20_000;

/** The bot on a gateway that sends what it should not: one that is not to be silenced, and answers validly. */
export async function startFrames(desk: Desk) {
  const problems: string[] = [];
  const thrown = (error: unknown) =>
    void problems.push(`not caught: ${error instanceof Error ? error.stack : String(error)}`);
  process.on('unhandledRejection', thrown).on('uncaughtException', thrown);
  const discord = await startLoopback();
  const log = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} };
  const gateway = startGateway({
    token: TOKEN,
    apiUrl: discord.url,
    desk: () => desk,
    fallback: 'it',
    chat: { mentions: true, dms: true },
    draw: async () => null,
    log: log as never,
  });
  while (!gateway.ready()) await sleep(10);
  return {
    send: (random: Random) => discord.frame(frameOf(random, desk)),
    /** Whether a sound interaction is still answered, and all that went wrong since the last time. */
    async problems(): Promise<readonly string[]> {
      const late = sleep(PATIENCE_MS, null, { ref: false });
      const answered = await Promise.race([discord.interact(slash('spending', { axis: '2' }, 'it')), late]);
      if (answered === null) problems.push('a sound interaction is no longer answered');
      const invalid = discord.sent.flatMap(({ path, problems: of }) => (SOUND_PATH.test(path) ? of : []));
      discord.forget();
      return [...problems.splice(0), ...invalid];
    },
    async end(): Promise<void> {
      await gateway.stop();
      await discord.close();
      process.off('unhandledRejection', thrown).off('uncaughtException', thrown);
    },
  };
}

/** An id or token that is not one makes a path that is not Discord's, through no fault of the bot. */
const SOUND_PATH = /^\/interactions\/\d+\/[\w-]+\/callback$/;

/** Only dispatches: what the other opcodes do to the connection is discord.js's matter, and takes seconds each time. */
function frameOf(random: Random, desk: Desk): string {
  const t = random.from(['INTERACTION_CREATE', 'INTERACTION_CREATE', 'MESSAGE_CREATE']);
  const d =
    t === 'MESSAGE_CREATE' ? inChannel(`<@900000000000000001> ${textOf(random, desk)}`) : raw(random, desk);
  const rest = JSON.stringify({ t, d }).slice(1);
  return `{"op":0,"s":null,${random.chance(0.6) ? misspelt(rest, random) : rest}`;
}
