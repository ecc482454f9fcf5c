import { afterAll, beforeAll, expect, test } from 'vitest';
import { load } from '../../bench/load/run.ts';
import { compile, type Running, runBin, until } from '../live/compiled.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { TOKEN } from './bot.ts';

let discord: Loopback;
let bot: Running;

beforeAll(async () => {
  await compile();
  discord = await startLoopback();
  bot = runBin('start', { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url });
  await until(() => bot.said.err.includes('connected to Discord') || bot.child.exitCode !== null);
  await load(discord, { count: 200, inFlight: 1 });
});
afterAll(async () => {
  bot.child.kill('SIGTERM');
  await bot.ended;
  await discord.close();
});

/** `npm run load` sends 10,000 at 500 in flight, and measures. */
test('of 2,000 mixed interactions, many at once, each is answered once and validly', async () => {
  const { times, lost, twice, problems } = await load(discord, { count: 2000, inFlight: 20, from: 200 });
  expect({ answered: times.length, lost, twice, problems }).toEqual({
    answered: 2000,
    lost: [],
    twice: [],
    problems: [],
  });
  expect(bot.said.err).not.toMatch(/did not arrive|dropped|cannot answer/);
});
