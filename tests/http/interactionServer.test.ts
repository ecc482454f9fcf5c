import { type ClientRequest, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BODY_LIMIT, type Turned } from '../../src/http/interactionsApp.ts';
import {
  type InteractionServer,
  type InteractionServerOptions,
  startInteractionServer,
} from '../../src/http/interactionsServer.ts';
import { newSigner, now } from './signing.ts';

const signer = newSigner();
const BODY = JSON.stringify({ type: 2, id: '1', note: 'perché €' });
let server: InteractionServer;
let turned: Turned[];
let answered: object[];
let errors: unknown[];

beforeEach(async () => {
  [turned, answered, errors] = [[], [], []];
  server = await start();
});
afterEach(() => server.stop());

function start(changes: Partial<InteractionServerOptions> = {}): Promise<InteractionServer> {
  return startInteractionServer({
    host: '127.0.0.1',
    port: 0,
    publicKey: signer.publicKey,
    answer: async (interaction) => {
      answered.push(interaction);
      return Response.json({ type: 4 });
    },
    state: () => ({}),
    metrics: async () => ({ text: '', type: 'text/plain' }),
    turned: (why) => turned.push(why),
    onError: (error) => errors.push(error),
    patience: { drainMs: 0, graceMs: 500 },
    ...changes,
  });
}

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) {
  const response = await fetch(`${server.url}/interactions`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

test('what Discord signed is answered, also where it has read no type or written JSON its own way', async () => {
  expect(await post(BODY, signer.headers(BODY))).toBe(200);
  const spaced = `\n ${BODY} `;
  expect(
    await post(spaced, { ...signer.headers(spaced), 'content-type': 'Application/JSON; charset=utf-8' }),
  ).toBe(200);
  expect(answered).toEqual([JSON.parse(BODY), JSON.parse(BODY)]);
});

describe('is refused as not signed', () => {
  const good = () => signer.headers(BODY);
  const flipped = (hex: string, at: number) =>
    hex.slice(0, at) + (hex[at] === '0' ? '1' : '0') + hex.slice(at + 1);
  const SIGNATURE = 'x-signature-ed25519';
  const TIME = 'x-signature-timestamp';
  const without = (name: string) =>
    Object.fromEntries(Object.entries(good()).filter(([key]) => key !== name));

  test.each([
    ['no signature', () => without(SIGNATURE)],
    ['no time', () => without(TIME)],
    ['nothing of both', () => ({ 'content-type': 'application/json' })],
    ['an empty signature', () => ({ ...good(), [SIGNATURE]: '' })],
    ['a signature that is no hexadecimal', () => ({ ...good(), [SIGNATURE]: 'z'.repeat(128) })],
    ['half a signature', () => ({ ...good(), [SIGNATURE]: good()[SIGNATURE]?.slice(0, 64) ?? '' })],
    ['a signature and more', () => ({ ...good(), [SIGNATURE]: `${good()[SIGNATURE]}00` })],
    ['a signature of zeros', () => ({ ...good(), [SIGNATURE]: '0'.repeat(128) })],
    ['somebody else’s key', () => newSigner().headers(BODY)],
    ['the signature of another body', () => signer.headers(`${BODY} `)],
    ['another time than the signed one', () => ({ ...good(), [TIME]: String(now() - 1) })],
    ['a time that is no number', () => signer.headers(BODY, 'yesterday')],
    ['an empty time', () => signer.headers(BODY, '')],
    ['a time of long ago: a request overheard and sent again', () => signer.headers(BODY, now() - 301)],
    ['a time to come', () => signer.headers(BODY, now() + 301)],
  ])('%s', async (_, headers) => {
    expect(await post(BODY, headers())).toBe(401);
    expect([turned, answered]).toEqual([['signature'], []]);
  });

  test('a body changed by one byte, at any place', async () => {
    const bytes = new TextEncoder().encode(BODY);
    for (const at of bytes.keys()) {
      const changed = new Uint8Array(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await post(changed, good()), `byte ${at}`).toBe(401);
    }
    expect(await post(BODY.slice(0, -1), good())).toBe(401);
    expect(await post('', good())).toBe(401);
    expect(answered).toEqual([]);
  });

  test('a signature changed by one digit, at any place', async () => {
    const { [SIGNATURE]: signature = '', ...rest } = good();
    for (let at = 0; at < 128; at += 1) {
      expect(await post(BODY, { ...rest, [SIGNATURE]: flipped(signature, at) })).toBe(401);
    }
    expect(answered).toEqual([]);
  });
});

test('a request of five minutes ago is still taken: clocks differ', async () => {
  expect(await post(BODY, signer.headers(BODY, now() - 290))).toBe(200);
  expect(await post(BODY, signer.headers(BODY, now() + 290))).toBe(200);
});

test.each(['text/plain', 'multipart/form-data; boundary=x', 'application/jsonp', ''])(
  'signed, but of the type "%s": refused',
  async (type) => {
    expect(await post(BODY, { ...signer.headers(BODY), 'content-type': type })).toBe(415);
    expect([turned, answered]).toEqual([['content-type'], []]);
  },
);

test.each(['', 'null', '[]', '{}', '{"type":"2"}', '{"type":2', 'x', '\ud800'])(
  'signed, but no interaction: %j is refused',
  async (body) => {
    expect(await post(body, signer.headers(body))).toBe(400);
    expect([turned, answered]).toEqual([['form'], []]);
  },
);

test('bytes that are no UTF-8 are refused, signed or not', async () => {
  const body = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]);
  expect(await post(body, signer.headers(body))).toBe(400);
});

describe('a body over the limit', () => {
  const large = JSON.stringify({ type: 2, padding: 'x'.repeat(BODY_LIMIT) });

  test('is refused where it says its length', async () => {
    expect(await post(large, signer.headers(large))).toBe(413);
    expect([turned, answered]).toEqual([['size'], []]);
  });

  test('closes its connection, whoever goes on sending', async () => {
    const headers = Object.entries({ ...signer.headers(large), host: 'bot', 'content-length': large.length });
    const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const said = await heard(server.url, `POST /interactions HTTP/1.1\r\n${head}\r\n${large.slice(0, 1000)}`);
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    expect(said).toMatch(/^connection: close\r$/im);
  });

  test('is refused in pieces without an end, before it has ended', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = open({ ...signer.headers(large), 'transfer-encoding': 'chunked' });
      sending.on('response', (response) => {
        resolve(response.statusCode);
        sending.destroy();
      });
      sending.on('error', reject);
      const more = () => {
        if (!sending.destroyed) sending.write('x'.repeat(64 * 1024), () => setImmediate(more));
      };
      more();
    });
    expect(status).toBe(413);
    expect(answered).toEqual([]);
  });

  test('is not even read where its headers are not Discord’s', async () => {
    expect(await post(large, {})).toBe(401);
  });

  test('one byte less is taken', async () => {
    const envelope = JSON.stringify({ type: 2, padding: '' });
    const most = JSON.stringify({ type: 2, padding: 'x'.repeat(BODY_LIMIT - envelope.length) });
    expect(await post(most, signer.headers(most))).toBe(200);
  });
});

function open(headers: Record<string, string>): ClientRequest {
  return request(`${server.url}/interactions`, { method: 'POST', headers });
}

/** What a raw connection gets to hear until the server closes it. */
function heard(url: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });
}

describe('a request that never ends', () => {
  const patience = { headersMs: 100, requestMs: 200, checkMs: 20, drainMs: 0, graceMs: 500 };

  test.each([
    ['its headers', 'POST /interactions HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['nothing at all after the connection', ' '],
  ])('%s: the connection is closed, and others are answered meanwhile', async (_, text) => {
    const patient = await start({ patience });
    const slow = heard(patient.url, text);
    expect((await fetch(`${patient.url}/livez`)).status).toBe(200);
    expect(await slow).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    await patient.stop();
  });

  test('its body: the connection is closed and nothing is answered', async () => {
    const patient = await start({ patience });
    const headers = Object.entries({ ...signer.headers(BODY), host: 'x', 'content-length': '1000' });
    const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const said = await heard(patient.url, `POST /interactions HTTP/1.1\r\n${head}\r\n${BODY}`);
    expect(said).not.toContain('200 OK');
    expect(answered).toEqual([]);
    await patient.stop();
  });
});

test('a body that breaks off is no interaction, and the next one is answered', async () => {
  const sending = open({ ...signer.headers(BODY), 'content-length': String(Buffer.byteLength(BODY)) });
  sending.on('error', () => undefined);
  sending.write(BODY.slice(0, 10), () => sending.destroy());
  await vi.waitFor(() => expect(turned).toEqual(['form']));
  expect(await post(BODY, signer.headers(BODY))).toBe(200);
  expect(answered).toEqual([JSON.parse(BODY)]);
});

test('other methods and paths are not answered', async () => {
  const statuses = async (path: string, method: string) =>
    (await fetch(`${server.url}${path}`, { method })).status;
  expect(await statuses('/interactions', 'GET')).toBe(405);
  expect(await statuses('/interactions', 'DELETE')).toBe(405);
  expect(await statuses('/', 'GET')).toBe(404);
  expect(await statuses('/api/interactions', 'POST')).toBe(404);
  expect(await statuses('/livez', 'POST')).toBe(404);
});

test('an answer that fails is an error of the server, logged, and the next one is answered', async () => {
  const failing = await start({ answer: () => Promise.reject(new Error('broken')) });
  const headers = signer.headers(BODY);
  const response = await fetch(`${failing.url}/interactions`, { method: 'POST', headers, body: BODY });
  expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('broken')]);
  expect(errors).toEqual([expect.objectContaining({ message: 'broken' })]);
  await failing.stop();
});

test('what is being answered when the server stops is answered; nothing new is taken', async () => {
  const [begun, held] = [signal(), signal()];
  const leaving = await start({
    answer: async () => {
      begun.give();
      await held.given;
      return Response.json({ type: 4 });
    },
    patience: { drainMs: 0, graceMs: 10_000 },
  });
  const headers = signer.headers(BODY);
  const answer = fetch(`${leaving.url}/interactions`, { method: 'POST', headers, body: BODY });
  await begun.given;
  const stopped = leaving.stop();
  while (await reachable(leaving.url));
  held.give();
  expect(await (await answer).json()).toEqual({ type: 4 });
  await stopped;
});

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

function reachable(url: string): Promise<boolean> {
  return fetch(`${url}/livez`, { headers: { connection: 'close' } }).then(
    () => true,
    () => false,
  );
}

test('an answer that never comes does not keep the server', async () => {
  const leaving = await start({
    answer: () => new Promise<Response>(() => undefined),
    patience: { drainMs: 0, graceMs: 50 },
  });
  const headers = signer.headers(BODY);
  const answer = fetch(`${leaving.url}/interactions`, { method: 'POST', headers, body: BODY });
  const lost = expect(answer).rejects.toThrow();
  while (!(await reachable(leaving.url)));
  await leaving.stop();
  await lost;
});
