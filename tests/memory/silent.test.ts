import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { connectRedis } from '../../src/memory/redis/connection.ts';
import { openRedis } from '../../src/memory/redis/shared.ts';
import { until } from '../live/compiled.ts';
import { startSilentServer } from './silentServer.ts';

/** Shorter than the bot’s own. A process that was held up waits for `awayMs` twice, which must end before `silentMs`. */
const PATIENCE = { everyMs: 100, awayMs: 400, silentMs: 1800 };
const ANSWERING = { version: '0123456789ab', since: new Date('2021-01-10T08:00:00Z') };
const AWAY = expect.stringMatching(
  /^\{"code":"ETIMEDOUT"\} Redis is out of reach: questions are answered, but/,
);

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function start(replies?: Readonly<Record<string, string>>) {
  const server = await startSilentServer(replies);
  ends.push(server.end);
  return server;
}

function newLog() {
  const logged: string[] = [];
  const log = (details: object, message: string) => void logged.push(`${JSON.stringify(details)} ${message}`);
  return { logged, log: { info: log, warn: log } };
}

test('a connection that fell silent is dropped for another one, and nothing is asked of it meanwhile', async () => {
  const server = await start();
  const { logged, log } = newLog();
  const one = await openRedis(server.url, 'test:', log, PATIENCE);
  ends.push(one.close);
  one.processes.announce('gateway', () => ANSWERING);
  expect(await one.once.isFirst('before')).toBe(true);
  await until(() => one.processes.all().length === 1);

  server.fallSilent();
  await until(() => logged.length > 2);
  one.processes.announce('gateway', () => ANSWERING);
  expect(await one.once.answer('meanwhile', async () => 'own')).toEqual({ text: 'own', own: true });
  expect(await one.once.isFirst('meanwhile')).toBe(true);
  await until(async () => {
    await one.once.isFirst(String(performance.now()));
    return logged.length > 4;
  });
  one.processes.announce('gateway', () => ANSWERING);
  expect(await one.once.isFirst('afterwards')).toBe(true);
  await until(() => server.connections[1]?.heard.includes('SADD') ?? false);

  const named = expect.stringMatching(/other processes know this one by this name$/);
  expect(logged).toEqual(['{} connected to Redis', named, AWAY, named, '{} Redis is there again', named]);
  const heard = server.connections.map((connection) => connection.heard);
  const times = (word: string) => heard.map((text) => text.split(word).length - 1);
  expect(times('heard:before')).toEqual([1, 0]);
  expect(times('meanwhile')).toEqual([0, 0]);
  expect(times('heard:afterwards')).toEqual([0, 1]);
  expect(times('SADD')).toEqual([1, 1]);
});

test('it is dropped while something is still written to it', async () => {
  const server = await start();
  const { logged, log } = newLog();
  const connection = await connectRedis(server.url, 'test:probe', log, PATIENCE);
  let isOver = false;
  const writing = connection.call(async (client) => {
    while (!isOver) {
      client.ping().catch(() => undefined);
      await sleep(20);
    }
  });
  ends.push(() => connection.close());
  server.fallSilent();
  await until(() => logged.length > 2);
  isOver = true;
  await writing;
  expect(logged).toEqual(['{} connected to Redis', AWAY, '{} Redis is there again']);
  expect(server.connections.length).toBe(2);
});

test.each([
  ['a connection that is silent from the start', ''],
  ['one that is silent before its password is taken', ':secret@'],
])('%s is tried anew', async (_, password) => {
  const server = await start({ SET: '', AUTH: '' });
  const { logged, log } = newLog();
  const one = await openRedis(server.url.replace('//', `//${password}`), 'test:', log, PATIENCE);
  ends.push(one.close);
  await until(() => server.connections.length > 1);
  expect(await one.requests.recall('a')).toBe(null);
  expect(logged).toEqual([expect.stringMatching(/^\{"code":"\w+"\} Redis is out of reach/)]);
});

test('one that begins to refuse whatever is written is away, which is said once', async () => {
  const replies: Record<string, string> = {};
  const server = await start(replies);
  const { logged, log } = newLog();
  const one = await openRedis(server.url, 'test:', log, PATIENCE);
  ends.push(one.close);
  replies.SET = '-OOM command not allowed\r\n';
  const firsts = await Promise.all(['1', '2', '3'].map((id) => one.once.isFirst(id)));
  expect(firsts).toEqual([true, true, true]);
  expect(logged.length).toBe(2);
  delete replies.SET;
  await until(() => logged.length > 2);
  expect(logged).toEqual([
    '{} connected to Redis',
    expect.stringMatching(/^\{"code":"OOM"\} Redis is out of reach/),
    '{} Redis is there again',
  ]);
});

test('replies of another kind than Redis gives cost no more than the names of the other processes', async () => {
  const server = await start({ SMEMBERS: ':7\r\n' });
  const { logged, log } = newLog();
  const one = await openRedis(server.url, 'test:', log, PATIENCE);
  ends.push(one.close);
  for (let times = 0; times < 2; times += 1) {
    one.processes.announce('http', () => ANSWERING);
    await until(() => (server.connections[0]?.heard.split('SMEMBERS').length ?? 0) > times + 1);
    // Its reply comes after the odd one.
    await one.once.isFirst(`after ${times}`);
  }
  expect(logged.filter((line) => !line.includes('"process"'))).toEqual([
    '{} connected to Redis',
    '{"code":"TypeError"} Redis replied otherwise than it should: the other processes are not known here; does REDIS_URL name a Redis or Valkey?',
  ]);
  expect(one.processes.all()).toEqual([]);
});
