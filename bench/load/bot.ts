import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loopback } from '../../tests/loopback/discord.ts';

const TOKEN = 'ODAwMDAwMDAwMDAwMDAwMDAx.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789ab';
const START = fileURLToPath(new URL('../../../src/bin/start.js', import.meta.url));

/** The product's own process, connected to a loopback Discord in another. */
export type Bot = {
  readonly logged: () => readonly string[];
  /** Megabytes that it holds now, by /proc. */
  readonly resident: () => number;
  readonly descriptors: () => number;
  readonly end: () => Promise<void>;
};

/** What `npm start` gives Node. */
function shippedFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  return String(scripts.start).match(/--\S+/g) ?? [];
}

export async function startBot(
  discord: Loopback,
  {
    flags = [],
    env = {},
  }: { readonly flags?: readonly string[]; readonly env?: Record<string, string> } = {},
): Promise<Bot> {
  const settings = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url, LOG_LEVEL: 'warn', ...env };
  const child = spawn(process.execPath, [...shippedFlags(), ...flags, START], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const lines: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter((line) => line !== ''));
  });
  const ended = once(child, 'close');
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  await connected(discord, child, lines);
  const proc = `/proc/${child.pid}`;
  return {
    logged: () => lines,
    resident: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    descriptors: () => readdirSync(`${proc}/fd`).length,
    async end() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', stop);
    },
  };
}

const IDENTIFY = 2;

async function connected(discord: Loopback, child: ChildProcess, lines: readonly string[]): Promise<void> {
  while (!discord.received.includes(IDENTIFY)) {
    if (child.exitCode !== null) throw new Error(`the bot ended: ${lines.join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // READY goes out with the answer to IDENTIFY; what is delivered after it arrives after it.
  await new Promise((resolve) => setTimeout(resolve, 500));
}
