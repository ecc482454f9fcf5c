import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LARGEST } from '../../src/load/read.ts';
import { fetchAttachment } from '../../src/maintenance/attachment.ts';

const FILE = '{"date":"2020-12-31"}';
const asked: string[] = [];
let server: Server;
let elsewhere: Server;
let apiUrl: string;

const PATHS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/file': (response) => response.end(FILE),
  '/redirect': (response) => response.writeHead(302, { location: `${urlOf(elsewhere)}/file` }).end(),
  '/redirect-home': (response) => response.writeHead(302, { location: '/file' }).end(),
  '/gone': (response) => response.writeHead(404).end(FILE),
  '/largest': (response) => response.end(Buffer.alloc(LARGEST, 0x20)),
  '/larger': (response) => response.end(Buffer.alloc(LARGEST + 1, 0x20)),
  '/endless': (response) => {
    const chunk = Buffer.alloc(256 * 1024, 0x20);
    const more = () => {
      if (!response.destroyed) response.write(chunk, () => setImmediate(more));
    };
    more();
  },
  '/silent': () => undefined,
  '/slow': (response) => {
    response.write('{');
  },
  '/broken': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy());
  },
};

beforeAll(async () => {
  [server, elsewhere] = await Promise.all([listening(), listening()]);
  apiUrl = `${urlOf(server)}/api/v10`;
});
afterAll(() => {
  for (const each of [server, elsewhere]) {
    each.closeAllConnections();
    each.close();
  }
});

function listening(): Promise<Server> {
  const started = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.headers.host}${path}`);
    PATHS[path]?.(response);
  });
  return new Promise((resolve) => started.listen(0, '127.0.0.1', () => resolve(started)));
}

function urlOf(of: Server): string {
  return `http://127.0.0.1:${(of.address() as AddressInfo).port}`;
}

const get = (path: string, options = {}) =>
  fetchAttachment({ url: `${urlOf(server)}${path}`, size: FILE.length }, { apiUrl, ...options });

test('a file of the host of DISCORD_API_URL is read, to the last byte', async () => {
  const fetched = await get('/file');
  expect(fetched.ok && Buffer.from(fetched.bytes).toString()).toBe(FILE);
  const largest = await get('/largest');
  expect(largest.ok && largest.bytes.length).toBe(LARGEST);
});

describe('what is not Discord’s is not even asked', () => {
  test.each([
    ['this host, where DISCORD_API_URL is not set', () => `${urlOf(server)}/file`, undefined],
    ['another port of its host', () => `${urlOf(elsewhere)}/file`, () => apiUrl],
    ['another name of its host', () => urlOf(server).replace('127.0.0.1', 'localhost'), () => apiUrl],
    ['its host by another protocol', () => `${urlOf(server).replace('http', 'https')}/file`, () => apiUrl],
    [
      'its host with a name and a password',
      () => `${urlOf(server).replace('//', '//a:b@')}/file`,
      () => apiUrl,
    ],
    [
      'its host as a name before another',
      () => `http://${new URL(urlOf(server)).host}@127.0.0.1:1/file`,
      () => apiUrl,
    ],
    ['Discord’s host without TLS', () => 'http://cdn.discordapp.com/attachments/1/2/x', undefined],
    ['Discord’s host at another port', () => 'https://cdn.discordapp.com:8443/attachments/1/2/x', undefined],
    ['a host that begins like it', () => 'https://cdn.discordapp.com.example.org/x', undefined],
    ['a host that ends like it', () => 'https://evilcdn.discordapp.com/x', undefined],
    ['its host before an @', () => 'https://cdn.discordapp.com@127.0.0.1/x', undefined],
    ['a file of this machine', () => 'file:///etc/passwd', undefined],
    ['data', () => 'data:application/json,{}', undefined],
    ['no address', () => 'not an address', undefined],
  ])('%s', async (_, url, api) => {
    asked.length = 0;
    const fetched = await fetchAttachment({ url: url(), size: 1 }, { apiUrl: api?.() });
    expect([fetched, asked]).toEqual([{ ok: false, reason: 'host' }, []]);
  });

  test('a redirect, wherever it leads', async () => {
    asked.length = 0;
    expect(await get('/redirect')).toEqual({ ok: false, reason: 'unreachable' });
    expect(await get('/redirect-home')).toEqual({ ok: false, reason: 'unreachable' });
    const { host } = new URL(apiUrl);
    expect(asked).toEqual([`${host}/redirect`, `${host}/redirect-home`]);
  });
});

describe('bounds', () => {
  test('a file that says that it is too large is not asked for', async () => {
    asked.length = 0;
    const fetched = await fetchAttachment({ url: `${urlOf(server)}/file`, size: LARGEST + 1 }, { apiUrl });
    expect([fetched, asked]).toEqual([{ ok: false, reason: 'size' }, []]);
  });

  test.each(['/larger', '/endless'])('%s is given up as soon as it is too large', async (path) => {
    expect(await get(path)).toEqual({ ok: false, reason: 'size' });
  });

  test.each(['/silent', '/slow'])('%s is given up when its time is over', async (path) => {
    expect(await get(path, { patience: 100 })).toEqual({ ok: false, reason: 'unreachable' });
  });

  test.each(['/gone', '/broken'])('%s cannot be read', async (path) => {
    expect(await get(path)).toEqual({ ok: false, reason: 'unreachable' });
  });
});
