import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openRedis } from '../../src/memory/redis/shared.ts';
import type { Request } from '../../src/model/request.ts';
import { runProgram } from '../http/served.ts';
import { newSigner } from '../http/signing.ts';
import { compile, until } from '../live/compiled.ts';
import { freePort, hasProgram, hasRedis, type RedisServer, startRedis, unlessRedis } from './redisServer.ts';

const REQUEST: Request = { command: 'spending', options: { axis: 'axis-2' }, locale: 'it' };
const PREFIX = 'test:';

type Opened = Awaited<ReturnType<typeof openRedis>> & { readonly logged: string[] };
const opened: Opened[] = [];

/** A process's memory, as far as Redis can tell. */
async function open(url: string, prefix = PREFIX): Promise<Opened> {
  const logged: string[] = [];
  const log = (details: object, message: string) => void logged.push(`${JSON.stringify(details)} ${message}`);
  const shared = { ...(await openRedis(url, prefix, { info: log, warn: log })), logged };
  opened.push(shared);
  return shared;
}
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

describe.skipIf(!hasRedis)(`with a real Redis${unlessRedis}`, () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.end());

  async function withClient<T>(use: (client: ReturnType<typeof createClient>) => Promise<T>): Promise<T> {
    const client = createClient({ url: server.url, RESP: 2 });
    await client.connect();
    return use(client as ReturnType<typeof createClient>).finally(() => client.destroy());
  }

  test('what one process remembers another one recalls and forgets; another bot does not', async () => {
    const [one, two, foreign] = [
      await open(server.url),
      await open(server.url),
      await open(server.url, 'b:'),
    ];
    await one.requests.remember('channel person', REQUEST);
    expect(await two.requests.recall('channel person')).toEqual(REQUEST);
    expect(await two.answers.recall('channel person')).toBe(null);
    expect(await foreign.requests.recall('channel person')).toBe(null);
    await two.requests.forget('channel person');
    expect(await one.requests.recall('channel person')).toBe(null);
    expect(one.logged).toEqual(['{} connected to Redis']);
  });

  test('nothing is kept for longer than said', async () => {
    const one = await open(server.url, 'ttl:');
    await one.requests.remember('a', REQUEST);
    await one.answers.remember('b', REQUEST);
    await one.once.answer('c', async () => 'text');
    await one.once.isFirst('d');
    await one.once.work('e', async () => undefined);
    const times = await withClient(async (client) => {
      const keys = (await client.keys('ttl:*')).filter((key) => key !== 'ttl:probe').toSorted();
      return Promise.all(keys.map(async (key) => [key, Math.ceil(Number(await client.pTTL(key)) / 60_000)]));
    });
    expect(times).toEqual([
      ['ttl:answer:c', 15],
      ['ttl:heard:d', 15],
      ['ttl:message:b', 24 * 60],
      ['ttl:request:a', 10],
      ['ttl:work:e', 15],
    ]);
  });

  test('what is not understood is no memory', async () => {
    const one = await open(server.url);
    await withClient((client) => client.set(`${PREFIX}request:odd`, '{"command":7}'));
    expect(await one.requests.recall('odd')).toBe(null);
    await withClient((client) => client.rPush(`${PREFIX}request:list`, 'a'));
    expect(await one.requests.recall('list')).toBe(null);
    expect(await one.requests.recall('list')).toBe(null);
    // Redis is there for all else.
    await one.requests.remember('after', REQUEST);
    expect(await one.requests.recall('after')).toEqual(REQUEST);
    expect(one.logged).toEqual([
      '{} connected to Redis',
      expect.stringMatching(/^\{"code":"WRONGTYPE"\} Redis refuses some of what it is asked/),
    ]);
  });

  test('an answer is made by one of two processes that are asked at once, and given by both', async () => {
    const [one, two] = [await open(server.url), await open(server.url)];
    let made = 0;
    const make = async () => {
      await sleep(100);
      made += 1;
      return 'the answer';
    };
    const both = await Promise.all([one.once.answer('42', make), two.once.answer('42', make)]);
    expect(both.map(({ text }) => text)).toEqual(['the answer', 'the answer']);
    expect([made, both.filter(({ own }) => own).length]).toEqual([1, 1]);
  });

  test('a claim whose process died before its answer is another’s after three seconds', async () => {
    const [dying, other] = [await open(server.url), await open(server.url)];
    void dying.once.answer('43', () => new Promise(() => undefined));
    await until(() => withClient(async (client) => (await client.exists(`${PREFIX}answer:43`)) === 1));
    const began = Date.now();
    expect(await other.once.answer('43', async () => 'answered')).toEqual({ text: 'answered', own: true });
    expect(Date.now() - began).toBeGreaterThan(2000);
  });

  test('work that takes long stays its process’s, until it is done or the process dies', async () => {
    const [one, two] = [await open(server.url), await open(server.url)];
    const done: string[] = [];
    const long = one.once.work('44', async () => {
      await sleep(4000);
      done.push('one');
    });
    await sleep(50);
    await two.once.work('44', async () => void done.push('two'));
    expect(done).toEqual(['one']);
    await long;

    void one.once.work('45', () => new Promise(() => undefined));
    await sleep(50);
    const taken = two.once.work('45', async () => void done.push('two'));
    await one.close();
    await taken;
    expect(done).toEqual(['one', 'two']);
  });

  test('of a message that two processes hear one answers', async () => {
    const [one, two] = [await open(server.url), await open(server.url)];
    const firsts = await Promise.all([one.once.isFirst('46'), two.once.isFirst('46')]);
    expect(firsts.toSorted()).toEqual([false, true]);
  });

  test('each process hears what answers in the others, until they end or fall silent', async () => {
    const [one, two] = [await open(server.url, 'p:'), await open(server.url, 'p:')];
    expect(one.processes.all()).toEqual([]);
    const since = new Date('2021-01-10T08:00:00Z');
    two.processes.announce('http', () => ({ version: 'second', since }));
    await until(() => withClient(async (client) => (await client.sCard('p:processes')) === 1));
    one.processes.announce('gateway', () => ({ version: 'first', since }));
    await until(() => one.processes.all().length === 2);
    const id = expect.stringMatching(/^[0-9a-f]{4}$/);
    expect(one.processes.all()).toEqual([
      { id, way: 'gateway', version: 'first', since, seconds: null },
      { id, way: 'http', version: 'second', since, seconds: expect.any(Number) },
    ]);
    expect(one.logged[1]).toMatch(/^\{"process":"[0-9a-f]{4}"\} other processes know this one/);
    // Of an older or a newer version of the bot.
    await withClient(async (client) => {
      await client.sAdd('p:processes', ['gone', 'odd']);
      await client.set('p:process:odd', '{"way":"by pigeon"}');
    });
    await two.close();
    await until(() => one.processes.all().length === 1);
    const left = await withClient((client) => client.sMembers('p:processes'));
    expect(left.toSorted()).toEqual([one.processes.all()[0]?.id, 'odd'].toSorted());
  });

  test.each([
    ['is stopped and started again', () => server.stop(), () => server.start()],
    ['hangs and goes on', async () => server.freeze(), async () => server.thaw()],
  ] as const)('while it %s nothing waits, and the log has one line each', async (_, leave, comeBack) => {
    const one = await open(server.url);
    await one.requests.remember('a', REQUEST);
    await leave();
    const began = Date.now();
    for (let times = 0; times < 200; times += 1) {
      expect(await one.requests.recall('a')).toBe(null);
      await one.requests.remember('a', REQUEST);
    }
    expect(await one.once.answer(`away ${began}`, async () => 'own')).toEqual({ text: 'own', own: true });
    expect((await one.once.answer(`away ${began}`, async () => 'again')).text).toBe('own');
    // Each of the calls could have waited; once a second has passed none does.
    expect(Date.now() - began).toBeLessThan(20_000);
    await comeBack();
    await until(async () => {
      await one.requests.remember('b', REQUEST);
      return (await one.requests.recall('b')) !== null;
    });
    expect(one.logged).toEqual([
      '{} connected to Redis',
      expect.stringMatching(/^\{"code":"\w+"\} Redis is out of reach: questions are answered, but/),
      '{} Redis is there again',
    ]);
  });

  test('one that takes nothing more is away as well', async () => {
    const full = await startRedis(['--maxmemory', '1', '--maxmemory-policy', 'noeviction']);
    const one = await open(full.url);
    await one.requests.remember('a', REQUEST);
    expect(await one.requests.recall('a')).toBe(null);
    expect(one.logged).toEqual([expect.stringMatching(/^\{"code":"OOM"\} Redis is out of reach/)]);
    await full.end();
  });
});

describe.skipIf(!hasRedis)(`a password and TLS${unlessRedis}`, () => {
  const SECRET = 'very%2Fsecret%40word';

  test('work, and a wrong password is said without it', async () => {
    const server = await startRedis(['--requirepass', decodeURIComponent(SECRET)]);
    const right = await open(server.url.replace('//', `//:${SECRET}@`));
    await right.requests.remember('a', REQUEST);
    expect(await right.requests.recall('a')).toEqual(REQUEST);
    const wrong = await open(server.url.replace('//', '//:another-secret@'));
    expect(await wrong.requests.recall('a')).toBe(null);
    expect(wrong.logged).toEqual([expect.stringMatching(/^\{"code":"WRONGPASS"\}/)]);
    expect([...right.logged, ...wrong.logged].join('')).not.toMatch(/secret/);
    await server.end();
  });

  test.skipIf(!hasProgram('openssl'))(
    'by rediss:// too, to a server whose certificate is known',
    async () => {
      await compile();
      const dir = mkdtempSync(join(tmpdir(), 'tls-'));
      const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
      const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
      const made = [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        ...subject,
      ];
      execFileSync('openssl', made, { stdio: 'ignore' });
      const tls = ['--tls-cert-file', cert, '--tls-key-file', key, '--tls-auth-clients', 'no'];
      const port = await freePort();
      const secret = ['--requirepass', decodeURIComponent(SECRET)];
      const secure = await startRedis([...tls, ...secret, '--tls-port', String(port)]);
      const url = `rediss://:${SECRET}@127.0.0.1:${port}/2`;
      // This process does not know who signed the certificate, and must not trust it.
      expect((await open(url)).logged).toEqual([expect.stringMatching(/CERT/)]);
      const env = { DISCORD_PUBLIC_KEY: newSigner().publicKey, PORT: '0', REDIS_URL: url };
      const knowing = runProgram('serve', { ...env, NODE_EXTRA_CA_CERTS: cert });
      await until(() => knowing.said.out.includes('Interactions:'));
      expect(knowing.said.err).toContain('connected to Redis');
      knowing.child.kill('SIGTERM');
      expect(await knowing.ended).toBe(0);
      expect(knowing.said.err).not.toMatch(/secret/);
      await secure.end();
      rmSync(dir, { recursive: true });
    },
  );
});

test('a Redis that is not there holds up no start', async () => {
  const one = await open('redis://127.0.0.1:1');
  expect([await one.requests.recall('a'), one.logged]).toEqual([
    null,
    [expect.stringMatching(/^\{"code":"ECONNREFUSED"\} Redis is out of reach/)],
  ]);
});
