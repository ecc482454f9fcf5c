import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Desk } from '../../src/desk/desk.ts';
import type { Chat } from '../../src/discord/chat/addressed.ts';
import { type Gateway, startGateway } from '../../src/discord/gateway/gateway.ts';
import type { Patience } from '../../src/discord/gateway/session.ts';
import type { Shards } from '../../src/discord/gateway/shards.ts';
import type { Draw } from '../../src/discord/pictured.ts';
import type { Missed } from '../../src/maintenance/missed/missed.ts';
import type { Reports } from '../../src/maintenance/reports/reports.ts';
import type { Shared } from '../../src/memory/shared.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import type { Behaviour } from '../loopback/rest.ts';

/** Shaped like a real one, so that whatever would leak it is seen. */
export const TOKEN = 'ODAwMDAwMDAwMDAwMDAwMDAx.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789ab';

export type Bot = {
  readonly discord: Loopback;
  readonly gateway: Gateway;
  readonly logged: () => string;
  readonly end: () => Promise<void>;
};
export type Setting = {
  readonly desk: Desk;
  readonly behaviour?: Partial<Behaviour>;
  readonly patience?: Patience;
  readonly chat?: Chat;
  readonly shards?: Shards;
  /** Where several bots are connected to one Discord. */
  readonly discord?: Loopback;
  readonly draw?: Draw;
  readonly warm?: () => void;
  readonly reports?: Reports;
  readonly missed?: Pick<Missed, 'keep'>;
  readonly shared?: Shared;
};

/** The bot's own gateway code, connected to a Discord of the test's own. */
export async function startBot(setting: Setting): Promise<Bot> {
  const discord = setting.discord ?? (await startLoopback(setting.behaviour));
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const gateway = startGateway({
    token: TOKEN,
    apiUrl: discord.url,
    desk: () => setting.desk,
    fallback: 'it',
    chat: setting.chat ?? { mentions: true, dms: true },
    draw: setting.draw ?? (async () => null),
    log: pino({ level: 'trace' }, sink),
    ...(setting.warm ? { warm: setting.warm } : {}),
    ...(setting.shards ? { shards: setting.shards } : {}),
    ...(setting.missed ? { missed: setting.missed } : {}),
    ...(setting.reports ? { reports: setting.reports } : {}),
    ...(setting.shared ? { shared: setting.shared } : {}),
    ...(setting.patience ? { patience: setting.patience } : {}),
  });
  const end = async () => {
    await gateway.stop();
    if (!setting.discord) await discord.close();
  };
  return { discord, gateway, logged: () => lines.join(''), end };
}

export async function withBot(setting: Setting, use: (bot: Bot) => Promise<void>): Promise<void> {
  const bot = await startBot(setting);
  try {
    await use(bot);
  } finally {
    await bot.end();
  }
}

/** Delivers a message and gives what the bot posted in reply to it. */
export async function answerTo<T = unknown>({ discord }: Bot, said: { readonly id: string }): Promise<T> {
  discord.say(said);
  await until(() => discord.repliesTo(said.id).length > 0);
  return discord.repliesTo(said.id)[0]?.body as T;
}

/** Waits until something holds; whoever waits for what never comes is ended by the test's own time limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
