import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalChat, startLocalChat } from '../../src/http/localChat.ts';
import { HostNotLoopback } from '../../src/http/loopback.ts';
import { complaint } from '../../src/start/listening.ts';
import { fakeRespond, introduction } from './fakeBot.ts';

const errors: unknown[] = [];
let bundle: URL;
let chat: LocalChat;

beforeAll(async () => {
  bundle = pathToFileURL(`${await mkdtemp(`${tmpdir()}/chat-`)}/`);
  await writeFile(new URL('index.html', bundle), '<!doctype html><title>chat</title>');
  await writeFile(new URL('secret.txt', bundle), 'not part of the page');
  chat = await start({});
});
afterAll(() => chat.close());

function start(options: { host?: string; port?: number; bundle?: URL }): Promise<LocalChat> {
  const log = { error: (details: unknown) => errors.push(details) };
  const respond = fakeRespond as (interaction: object) => unknown;
  const address = { host: '127.0.0.1', port: 0 };
  return startLocalChat({
    ...address,
    bundle,
    introduction: () => introduction,
    respond,
    log,
    ...options,
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

function post(body: string, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  return fetch(`${chat.url}/api/interactions`, { method: 'POST', headers, body });
}

/** fetch does not let a caller choose the Host header, a browser whose name was rebound does. */
function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(chat.url);
    request({ port, host: '127.0.0.1', path: '/api/commands', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the local chat', () => {
  it('serves the page and nothing that is not part of it', async () => {
    const page = await fetch(chat.url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const path of ['/secret.txt', '/nothing', '/../package.json', '/%2e%2e/package.json']) {
      expect((await fetch(chat.url + path)).status, path).toBe(404);
    }
  });

  it('lets the page load from itself only, be framed by nobody and be stored nowhere', async () => {
    for (const path of ['/', '/api/commands', '/nothing']) {
      const { headers } = await fetch(chat.url + path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'self' data:; script-src 'self';/);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('introduces itself', async () => {
    expect(await (await fetch(`${chat.url}/api/commands`)).json()).toEqual(introduction);
  });

  it('hands an interaction on and gives back the response', async () => {
    const response = await post(JSON.stringify({ type: 3, data: { custom_id: 'x' } }));
    expect(await response.json()).toEqual({ type: 4, data: { content: 'pressed x ', flags: 64 } });
  });

  it('answers to its own names only', async () => {
    const { port } = new URL(chat.url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      expect(await statusFor(host), host).toBe(200);
    }
    for (const host of [
      'example.org',
      `example.org:${port}`,
      'localhost',
      `localhost:1`,
      `127.0.0.1.nip.io:${port}`,
    ]) {
      expect(await statusFor(host), host).toBe(421);
    }
  });

  it('takes questions from its own page and from programs, not from other sites', async () => {
    const body = JSON.stringify({ type: 3, data: { custom_id: 'x' } });
    expect((await post(body, { ...JSON_TYPE, origin: chat.url })).status).toBe(200);
    for (const origin of [
      'https://example.org',
      'null',
      'http://127.0.0.1:1',
      chat.url.replace('http', 'https'),
    ]) {
      expect((await post(body, { ...JSON_TYPE, origin })).status, origin).toBe(403);
    }
    expect((await post(body, { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it.each([
    ['no JSON', '{', 400],
    ['no object', '[]', 400],
    ['nothing', 'null', 400],
    ['no type', '{"data":{}}', 400],
    ['too much', JSON.stringify({ type: 2, more: 'x'.repeat(64 * 1024) }), 413],
    ['the longest question', JSON.stringify({ type: 3, data: { custom_id: '€'.repeat(6000) } }), 200],
  ])('meets %s with the right status', async (_, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it('takes JSON only', async () => {
    expect((await post('{"type":3}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('says that it failed, logs why and goes on', async () => {
    const response = await post(JSON.stringify({ type: 3, data: { custom_id: 'crash' } }));
    expect([response.status, await response.json()]).toEqual([500, { error: 'no answer: the log says why' }]);
    expect(errors).toHaveLength(1);
    expect((await fetch(chat.url)).status).toBe(200);
  });
});

describe('the start', () => {
  it('fails where the port is taken', async () => {
    await expect(start({ port: Number(new URL(chat.url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.0.0.1.example.org', ''])(
    'refuses to listen on %s',
    async (host) => {
      await expect(start({ host })).rejects.toMatchObject({
        code: 'HOST_NOT_LOOPBACK',
        message: expect.stringContaining('HOST=127.0.0.1'),
      });
    },
  );

  it('takes the other names of this machine', async () => {
    const other = await start({ host: 'localhost' });
    expect((await fetch(other.url)).status).toBe(200);
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
  });

  it('says how to build a page that is not there', async () => {
    await expect(start({ bundle: new URL('missing/', bundle) })).rejects.toThrow('npm run build');
  });

  it.each([
    [Object.assign(new Error('in use'), { code: 'EADDRINUSE' }), 'set PORT to another', 1],
    [new HostNotLoopback('set HOST'), 'set HOST', 78],
    [new Error('anything else'), 'anything else', 1],
  ])('ends on %s with one line that says what to do', (error, line, status) => {
    expect(complaint(error, 8787)).toEqual({ line: expect.stringContaining(line), status });
  });
});
