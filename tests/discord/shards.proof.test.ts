import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runProgram } from '../http/served.ts';
import { compile, type Running, runBin, until } from '../live/compiled.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { slash } from '../loopback/interactions.ts';
import { direct } from '../loopback/messages.ts';
import { until as ready, TOKEN, withBot } from './bot.ts';
import { realDesk } from './realDesk.ts';

/** Every step is a process's, on a machine that may have other work. */
const PATIENCE = 60_000;
vi.setConfig({ testTimeout: PATIENCE });

const COUNT = 4n;
const serverOf = (shard: number) => String(((170_000n * COUNT + BigInt(shard)) << 22n) + 5n);
let discord: Loopback;
const running = new Set<Running>();

async function start(shards: string): Promise<Running> {
  const process = runBin('start', {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.url,
    SHARDS: shards,
    LOG_LEVEL: 'debug',
  });
  running.add(process);
  await until(() => process.said.err.includes('connected to Discord') || process.child.exitCode !== null);
  expect(process.child.exitCode, process.said.err).toBeNull();
  return process;
}

async function end(process: Running | undefined, signal: NodeJS.Signals): Promise<void> {
  process?.child.kill(signal);
  await process?.ended;
  if (process) running.delete(process);
}

beforeAll(async () => {
  await compile();
  discord = await startLoopback({ recommended: 4, concurrency: 4 });
}, 2 * PATIENCE);
afterAll(async () => {
  for (const process of running) await end(process, 'SIGKILL');
  await discord.close();
});

const ask = (shard: number) => ({
  ...slash('ask', { question: 'quanto ha certificato l’asse II?' }, 'it'),
  guild_id: serverOf(shard),
});
const knows = ({ said }: Running, id: string) => said.err.includes(`"${id}"`);

test('two processes with SHARDS=0-1/4 and 2-3/4 answer everything once between them, and one is replaced', async () => {
  const [first, second] = await Promise.all([start('0-1/4'), start('2-3/4')]);
  expect(discord.shards.map(String).toSorted()).toEqual(['0,4', '1,4', '2,4', '3,4']);
  for (const shard of [0, 1, 2, 3]) {
    const interaction = ask(shard);
    expect((await discord.interact(interaction)).problems).toEqual([]);
    const holder = shard < 2 ? first : second;
    await until(() => knows(holder, interaction.id));
    expect([first, second].filter((each) => knows(each, interaction.id))).toEqual([holder]);
    expect(discord.callbacks(interaction.id)).toHaveLength(1);
  }
  const said = direct('quanto ha certificato l’asse II?');
  discord.say(said);
  await until(() => knows(first, said.id));
  expect([knows(second, said.id), discord.repliesTo(said.id).length]).toEqual([false, 1]);

  await end(second, 'SIGKILL');
  expect((await discord.interact(ask(1))).problems).toEqual([]);
  const third = await start('2-3/4');
  const again = ask(3);
  expect((await discord.interact(again)).problems).toEqual([]);
  await until(() => knows(third, again.id));
  expect(discord.callbacks(again.id)).toHaveLength(1);
  expect(discord.shards).toHaveLength(6);
  await Promise.all([first, third].map((process) => end(process, 'SIGTERM')));
});

test('a shard that Discord turns away, since another process began a session just then, tries again by itself', async () => {
  const shards = { ids: [2, 3], count: 4 };
  const setting = {
    desk: await realDesk(),
    shards,
    behaviour: { recommended: 4, concurrency: 4, invalid: 1 },
  };
  await withBot(setting, async ({ discord: its, gateway, logged }) => {
    await ready(gateway.ready);
    expect(its.shards).toHaveLength(3);
    expect(new Set(its.shards.map(String))).toEqual(new Set(['2,4', '3,4']));
    expect(logged()).not.toContain('the gateway is silent');
  });
});

test('an empty SHARDS holds all that Discord recommends: discord.js does not get to read it', async () => {
  discord.shards.length = 0;
  const process = await start('');
  expect(discord.shards.map(String).toSorted()).toEqual(['0,4', '1,4', '2,4', '3,4']);
  await end(process, 'SIGTERM');
});

test('any other SHARDS ends the start with what to write', async () => {
  const { said, ended } = runProgram('start', { DISCORD_TOKEN: TOKEN, SHARDS: '[0,1]' });
  expect(await ended).toBe(78);
  expect(said.err).toMatch(/^SHARDS must be "auto", or which shards .* such as 0-3\/16/);
});
