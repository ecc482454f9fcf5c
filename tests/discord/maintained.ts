import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Served, startServed } from '../http/served.ts';
import { type Running, runBin, until } from '../live/compiled.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { snowflake, upload } from '../loopback/interactions.ts';
import { versionIn } from '../maintenance/store/folder.ts';
import { TOKEN } from './bot.ts';
import type { Callback, Message } from './read.ts';

export const MAINTAINER = '500000000000000077';
/** Manage Server, among others. */
export const MANAGES = String(0x20n | 0x400n | 0x800n);
export const SURFACES = ['gateway', 'signed HTTP'] as const;

export type Interaction = { readonly id: string; readonly token: string };

/** The product's own process over a dataset of its own, reached as Discord reaches it. */
export type MaintainedBot = {
  readonly dir: string;
  readonly discord: Loopback;
  readonly logged: () => string;
  /** Of the bot over signed HTTP; of Discord where the bot is connected to it. */
  readonly url: string;
  /** The first answer; within Discord's rules, or the test fails. */
  readonly send: (interaction: Interaction) => Promise<Callback>;
  /** What that answer becomes; the same. */
  readonly become: (interaction: Interaction) => Promise<Edited>;
  readonly version: () => Promise<string>;
  readonly history: () => Promise<readonly Record<string, unknown>[]>;
  /** A file among Discord's attachments. */
  readonly attach: (bytes: Uint8Array | string) => { readonly url: string; readonly size: number };
  readonly end: (signal?: NodeJS.Signals) => Promise<void>;
};

export type Edited = Message & { readonly report: string | null };

export async function startMaintained(
  surface: (typeof SURFACES)[number],
  dir: string,
  env: Readonly<Record<string, string>> = {},
  within: readonly string[] = [],
): Promise<MaintainedBot> {
  const discord = await startLoopback();
  const settings = {
    DATA_DIR: dir,
    DISCORD_API_URL: discord.url,
    MAINTAINER_IDS: MAINTAINER,
    LOG_LEVEL: 'debug',
    ...env,
  };
  const bot =
    surface === 'gateway' ? await onGateway(discord, settings, within) : await overHttp(settings, within);
  const send = async (interaction: Interaction) => {
    const { body, problems } = await bot.send(interaction);
    if (problems.length > 0) throw new Error(JSON.stringify([problems, body]));
    return body as Callback;
  };
  return {
    dir,
    discord,
    logged: bot.logged,
    url: bot.url,
    send,
    async become(interaction) {
      const { type } = await send(interaction);
      if (type !== 5 && type !== 6 && type !== 7) throw new Error(`not an answer to be changed: ${type}`);
      await until(() => discord.edits(interaction.token).length > 0);
      const edit = discord.edits(interaction.token).at(-1);
      if (!edit || edit.problems.length > 0) throw new Error(JSON.stringify([edit?.problems, edit?.body]));
      const [file] = edit.files;
      return { ...(edit.body as Message), report: file ? Buffer.from(file.bytes).toString() : null };
    },
    version: () => versionIn(dir),
    history: () => historyIn(dir),
    attach(bytes) {
      const content = Buffer.from(bytes);
      const path = `/attachments/${snowflake()}`;
      discord.behaviour.attachments.set(path, content);
      return { url: `${discord.url}/v10${path}`, size: content.length };
    },
    async end(signal = 'SIGTERM') {
      bot.child.kill(signal);
      await bot.ended;
      await discord.close();
    },
  };
}

type Reached = {
  readonly child: Running['child'];
  readonly ended: Promise<unknown>;
  readonly logged: () => string;
  /** Of the bot over signed HTTP; of Discord where the bot is connected to it. */
  readonly url: string;
  readonly send: (
    interaction: Interaction,
  ) => Promise<{ readonly body: unknown; readonly problems: readonly string[] }>;
};

async function onGateway(
  discord: Loopback,
  env: Readonly<Record<string, string>>,
  within: readonly string[],
): Promise<Reached> {
  const running = runBin('start', { DISCORD_TOKEN: TOKEN, ...env }, [], within);
  const { child, said, ended } = running;
  await until(() => said.err.includes('connected to Discord') || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(said.err);
  return { url: discord.url, child, ended, logged: () => said.err, send: discord.interact };
}

async function overHttp(env: Readonly<Record<string, string>>, within: readonly string[]): Promise<Reached> {
  const { url, child, ended, said, send }: Served = await startServed(env, within);
  return { url, child, ended, logged: () => said.err, send };
}

async function historyIn(dir: string): Promise<readonly Record<string, unknown>[]> {
  const text = await readFile(join(dir, '.history', 'history.jsonl'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** A part that takes files, with these. */
export function uploaded(
  bot: MaintainedBot,
  part: string,
  bytes: Uint8Array | string | readonly (Uint8Array | string)[],
  locale = 'it',
) {
  const files = typeof bytes === 'string' || bytes instanceof Uint8Array ? [bytes] : bytes;
  return upload('dataset', part, files.map(bot.attach), locale);
}
