import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Loopback } from '../../tests/loopback/discord.ts';
import { shippedFlags } from './shipped.ts';

const TOKEN = 'ODAwMDAwMDAwMDAwMDAwMDAx.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789ab';
const PRODUCT = 'dist/src/bin/start.js';

/** A bot in a process of its own, connected to a loopback Discord in this one. */
export type Bot = {
  /** Milliseconds from its start until it identified itself. */
  readonly started: number;
  readonly logged: () => readonly string[];
  /** Megabytes that it holds now, by /proc. */
  readonly resident: () => number;
  /** Milliseconds of processor time that it has taken so far, all threads, by /proc. */
  readonly processor: () => number;
  readonly descriptors: () => number;
  /** Rejects where the bot ends before it is told to. */
  readonly died: Promise<never>;
  readonly end: () => Promise<void>;
};

type BotOptions = {
  readonly program?: string;
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** What somebody's own .env says must not be measured; an empty variable is one that is not set. */
const PLAIN = {
  HEALTH_PORT: '',
  LOG_QUESTIONS: '',
  MAINTAINER_IDS: '',
  CONFIRM_BY: '',
  REDIS_URL: '',
};

export async function startBot(
  discord: Loopback,
  { program = PRODUCT, flags = [], env = {} }: BotOptions = {},
): Promise<Bot> {
  const settings = {
    ...PLAIN,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.url,
    LOG_LEVEL: 'warn',
    ...env,
  };
  const began = performance.now();
  const child = spawn(process.execPath, [...shippedFlags('start'), ...flags, program], {
    env: withoutShards({ ...process.env, ...settings }),
    // What it says is no result of whoever measures it.
    stdio: ['ignore', 2, 'pipe'],
  });
  const lines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter((line) => line !== ''));
  });
  const ended = once(child, 'close');
  let isEnding = false;
  const died = ended.then(() => {
    if (isEnding) return new Promise<never>(() => {});
    throw new Error(`the bot ended: ${lines.slice(-5).join(' ')}`);
  });
  died.catch(() => {});
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const started = (await identified(discord, child, lines)) - began;
  // READY goes out with the answer to IDENTIFY; what is delivered after it arrives after it.
  await sleep(500);
  const proc = `/proc/${child.pid}`;
  return {
    started,
    logged: () => lines,
    resident: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    processor: () => processorTime(readFileSync(`${proc}/stat`, 'utf8')),
    descriptors: () => readdirSync(`${proc}/fd`).length,
    died,
    async end() {
      isEnding = true;
      child.kill('SIGTERM');
      await ended;
      process.off('exit', stop);
    },
  };
}

/** discord.js reads this variable as well, and refuses an empty one. */
function withoutShards({ SHARDS: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}

const IDENTIFY = 2;

/** When the bot identified itself, to a millisecond. */
async function identified(discord: Loopback, child: ChildProcess, lines: readonly string[]): Promise<number> {
  while (!discord.received.includes(IDENTIFY)) {
    if (child.exitCode !== null) throw new Error(`the bot ended: ${lines.join('\n')}`);
    await sleep(1);
  }
  return performance.now();
}

/** The clock ticks of /proc are a hundredth of a second. */
const TICK_MS = 10;
const [USER, SYSTEM] = [11, 12];

/** Of a line of /proc/PID/stat, whose fields are counted after the name in parentheses. */
function processorTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_MS;
}
