import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TOKEN } from '../discord/bot.ts';
import { compile, runProgram, startServed } from '../http/served.ts';
import { until } from '../live/compiled.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { expressions, metricsIn } from './promql.ts';

/** The series that Prometheus makes by itself. */
const OWN = ['up'];
const PARTS = { histogram: ['_bucket', '_sum', '_count'] } as const;

let discord: Loopback;
beforeAll(async () => {
  await compile();
  discord = await startLoopback();
}, 300_000);
afterAll(() => discord.close());

/** The names of all series in Prometheus' text format, those that have no value yet included. */
function seriesIn(text: string): readonly string[] {
  return [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? PARTS.histogram.map((part) => name + part) : [name],
  );
}

async function ofServe(): Promise<readonly string[]> {
  const served = await startServed();
  const response = await fetch(`${served.url}/metrics`);
  const series = seriesIn(await response.text());
  expect(await served.end()).toBe(0);
  return series;
}

async function ofGateway(): Promise<readonly string[]> {
  const port = await freePort();
  const env = {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.url,
    HEALTH_PORT: String(port),
    // Whether it is there is said, wherever it is named.
    REDIS_URL: `redis://127.0.0.1:${await freePort()}`,
  };
  const bot = runProgram('start', env);
  await until(() => bot.said.err.includes('connected to Discord') || bot.child.exitCode !== null);
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const series = seriesIn(await response.text());
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  return series;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

it('the alert rules and the dashboard ask only for what the bot says, on the gateway or over signed HTTP', async () => {
  const said = [...OWN, ...(await ofServe()), ...(await ofGateway())];
  const asked = [...new Set(expressions.flatMap(metricsIn))].sort();
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((name) => !said.includes(name))).toEqual([]);
});
