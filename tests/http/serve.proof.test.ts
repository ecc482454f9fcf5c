import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIInteraction } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { registration } from '../../src/discord/register/registration.ts';
import { newMemory } from '../../src/memory/memory.ts';
import { type Answer, answering, invocations, kindOf } from '../discord/answering.ts';
import { CUSTOM_IDS, ODD_TEXTS } from '../discord/odd.ts';
import { actionOf, buttonsOf, type Callback, type Message, selectsOf } from '../discord/read.ts';
import { realDesk } from '../discord/realDesk.ts';
import { ofType, pick, press, slash, typing, USER } from '../loopback/interactions.ts';
import { textOf } from '../loopback/multipart.ts';
import { compile, runProgram, type Served, startServed, type Taken } from './served.ts';

/** Every program here starts on a machine that may have other work. */
vi.setConfig({ testTimeout: 60_000 });

let desk: Desk;
let served: Served;
let expected: Answer;

beforeAll(async () => {
  await compile();
  [desk, served] = await Promise.all([realDesk(), startServed()]);
  expected = answering(desk, newMemory());
}, 120_000);
afterAll(() => served.end());

/** Sends an interaction; the answer must be the one that the bot gives everywhere, and within Discord's rules. */
async function send(interaction: object): Promise<Taken & { readonly body: Callback }> {
  const taken = await served.send(interaction);
  const { files, ...callback } = expected(interaction);
  const body = taken.body as Callback;
  if (taken.problems.length > 0) expect.fail(JSON.stringify([taken.problems, interaction, body]));
  expect(taken.status).toBe(200);
  expect(withoutPicture(body)).toEqual(withoutPicture(JSON.parse(JSON.stringify(callback))));
  const others = taken.files.filter(({ name }) => !name.endsWith('.png'));
  expect(others.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  return { ...taken, body };
}

/** Pictures are drawn by the surface, and a running bot knows when it loaded its data; everything else is the bot's. */
function withoutPicture({ data, ...callback }: Callback): object {
  const { embeds, attachments, components, ...message } = data ?? {};
  const isStatus = embeds?.some(({ title }) => STATUS.test(title ?? ''));
  return {
    ...callback,
    ...message,
    // What a running bot adds to its status takes a page more.
    components: isStatus ? undefined : components,
    embeds: embeds?.map(({ image: _, fields, ...embed }) => ({
      ...embed,
      fields: isStatus ? undefined : fields?.filter(({ name }) => !LOADING.test(name)),
    })),
    attachments: (attachments ?? []).filter(({ filename }) => !filename.endsWith('.png')),
  };
}

const STATUS = /^(Dati|Data) –/;
const LOADING = /^(Versione|Version|Ultimo caricamento|Last load)$/;

describe.each(['it', 'en-US'])('in %s', (locale) => {
  test('every command, and every kind of button and menu under it, is answered as everywhere else', async () => {
    const done = new Set<string>();
    const follow = async (message: Message | undefined): Promise<void> => {
      const under = { flags: message?.flags };
      for (const id of buttonsOf(message)) {
        const kind = kindOf(id, desk);
        // A report is kept in a folder, which the answer to compare with has not.
        if (done.has(kind) || actionOf(id) === 'd') continue;
        done.add(kind);
        await follow((await send(press(id, locale, under))).body.data);
      }
      for (const value of selectsOf(message).slice(0, 1)) {
        if (done.has(value)) continue;
        done.add(value);
        await follow((await send(pick('2c', value, locale, under))).body.data);
      }
    };
    for (const { name, options } of invocations(desk)) {
      await follow((await send(slash(name, options, locale))).body.data);
      await follow((await send(slash(name, { ...options, private: false }, locale))).body.data);
    }
    expect(new Set([...done].map((kind) => kind.slice(0, 2)))).toEqual(
      new Set(['a ', 's ', 'o ', 'x ', 'r ', '2a']),
    );
  });

  test('every option suggests, odd text and strange presses are answered', async () => {
    for (const command of desk.catalogue.values()) {
      for (const option of [...Object.keys(command.options), 'date']) {
        await send(typing(command.name, option, '', locale));
      }
    }
    for (const text of ODD_TEXTS) await send(slash('ask', { question: text }, locale));
    for (const id of CUSTOM_IDS) await send(press(id, locale));
    await send(slash('no-such-command', {}, locale));
    await send(ofType(5, { custom_id: 'modal', components: [] }, locale));
  });
});

test('Discord’s ping is answered with a pong', async () => {
  const { id, application_id, token } = ofType(1, {}, null);
  const { body } = await send({ id, application_id, token, type: 1, version: 1 });
  expect(body).toEqual({ type: 1 });
});

test('files arrive with the answer: a picture that is a PNG, an export that is read', async () => {
  // Drawn late, a picture is left out, and is there for whoever asks next.
  let briefing = await send(slash('briefing', { axis: 'axis-2' }, 'it'));
  while (briefing.files.length === 0) briefing = await send(slash('briefing', { axis: 'axis-2' }, 'it'));
  const [picture] = briefing.files;
  expect(picture?.name).toBe('grafico.png');
  expect(
    Buffer.from(picture?.bytes ?? [])
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(briefing.body.data?.embeds?.[0]?.image?.url).toBe('attachment://grafico.png');
  const [csv] = (await send(press('1x:spending:axis=axis-2&measure=certified', 'it', { flags: 64 }))).files;
  expect(csv && textOf({ field: '', ...csv })).toMatch(/;109,8;.*\r\n$/s);
});

test('what the menu of a message asks is answered in JSON, without a picture', async () => {
  const [menu] = registration(desk.catalogue).filter(({ type }) => type === 3);
  const message = { id: '1', content: 'scheda asse II', author: USER, attachments: [], embeds: [] };
  const data = { id: '2', name: menu?.name, type: 3, target_id: '1', resolved: { messages: { 1: message } } };
  const { body, files } = await send(ofType(2, data, 'it'));
  expect(body.data?.embeds?.[0]?.title).toContain('Asse II');
  expect(files).toEqual([]);
  const drawn = expected(ofType(2, data, 'it') as unknown as APIInteraction);
  expect(drawn.type).toBe(4);
});

describe('operations', () => {
  const get = async (path: string) => {
    const response = await fetch(`${served.url}${path}`);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };

  test('/livez says that it lives, /readyz which dataset answers', async () => {
    expect(await get('/livez')).toMatchObject({ status: 200 });
    const { status, text } = await get('/readyz');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      ready: true,
      degraded: false,
      dataset: {
        version: desk.dataset.version,
        date: desk.dataset.latest.date,
        loadedAt: expect.any(String),
        ageDays: expect.any(Number),
      },
      reload: { at: expect.any(String), outcome: 'good', errors: 0, warnings: expect.any(Number) },
    });
  });

  test('/metrics counts by command, kind and outcome, and says nothing of people', async () => {
    const secret = 'una-domanda-che-nessuno-deve-leggere';
    await send(slash('ask', { question: secret }, 'it'));
    await send(slash(secret, {}, 'it'));
    await send(press(`1a:${secret}:`, 'it'));
    await fetch(`${served.url}/interactions`, { method: 'POST', body: '{}' });
    const { status, type, text } = await get('/metrics');
    expect([status, type]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)]);
    for (const line of [
      /^bot_interactions_total\{command="spending",kind="command",outcome="answer"\} [1-9]\d*$/m,
      /^bot_interactions_total\{command="ask",kind="command",outcome="refuse"\} [1-9]\d*$/m,
      /^bot_interactions_total\{command="unknown",kind="command",outcome="line"\} [1-9]\d*$/m,
      /^bot_interactions_total\{command="axis",kind="autocomplete",outcome="suggestions"\} [1-9]\d*$/m,
      /^bot_interaction_duration_seconds_bucket\{le="2\.5",kind="command"\} [1-9]\d*$/m,
      /^bot_requests_refused_total\{reason="signature"\} [1-9]\d*$/m,
      /^bot_dataset_reloads_total\{outcome="good"\} 1$/m,
      /^bot_dataset_last_reload_ok 1$/m,
      new RegExp(
        `^bot_dataset_info\\{version="${desk.dataset.version}",date="${desk.dataset.latest.date}"\\} 1$`,
        'm',
      ),
      /^process_resident_memory_bytes \d+$/m,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text).not.toContain(secret);
    expect(text).not.toContain(USER.id);
    expect(served.said.err).not.toContain(secret);
  });
});

describe('the process', () => {
  test('says in one line what to set where the public key is missing, and ends with 78', async () => {
    const { said, ended } = runProgram('serve', { DISCORD_PUBLIC_KEY: '' });
    expect(await ended).toBe(78);
    expect(said.err.trim().split('\n')).toEqual([expect.stringMatching(/^DISCORD_PUBLIC_KEY .*portal/)]);
  });

  test('ends with 78 on a key that is none, and with 1 on a port that is taken', async () => {
    const wrong = runProgram('serve', { DISCORD_PUBLIC_KEY: 'abc' });
    expect([await wrong.ended, wrong.said.err]).toEqual([78, expect.stringContaining('DISCORD_PUBLIC_KEY')]);
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { publicKey } = served.signer;
    const taken = runProgram('serve', { DISCORD_PUBLIC_KEY: publicKey, PORT: String(port) });
    expect([await taken.ended, taken.said.err]).toEqual([
      1,
      expect.stringContaining(`port ${port} is taken`),
    ]);
    other.close();
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'is not ready any more after %s, still answers meanwhile, and ends with 0',
    async (signal) => {
      const leaving = await startServed();
      leaving.child.kill(signal);
      const states: number[] = [];
      while (!states.includes(503)) states.push((await fetch(`${leaving.url}/readyz`)).status);
      const last = await leaving.send(slash('spending', { axis: 'axis-2' }, 'it'));
      expect([last.status, (last.body as Callback).type]).toEqual([200, 4]);
      expect(await leaving.ended).toBe(0);
      expect(leaving.said.err).not.toMatch(/"level":[56]0/);
    },
  );

  test('listens where HOST says', async () => {
    const everywhere = await startServed({ HOST: '0.0.0.0' });
    expect(everywhere.url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
    expect((await fetch(`${everywhere.url}/livez`)).status).toBe(200);
    expect(await everywhere.end()).toBe(0);
  });
});
