import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openReports } from '../../src/maintenance/reports/reports.ts';
import { copyData } from '../check/copy.ts';
import { compile, until } from '../live/compiled.ts';
import { part, press, sentBy, slash } from '../loopback/interactions.ts';
import { renamed } from '../maintenance/store/folder.ts';
import { hasRedis, type RedisServer, startRedis, unlessRedis } from '../memory/redisServer.ts';
import { MAINTAINER, MANAGES, type MaintainedBot, startMaintained, uploaded } from './maintained.ts';
import { buttonOf, buttonsOf, messageOf, textOf } from './read.ts';

const PATIENCE = 60_000;
vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

const FIRST = 'quanto ha certificato l’asse II?';
const NEXT = 'e il pagato?';
/** What `NEXT` says after `FIRST`. */
const FOLLOWED = /^-# Continuo da: Asse II\n# 140,6/;

const readyz = async ({ url }: MaintainedBot) => (await fetch(`${url}/readyz`)).json();
const asMaintainer = <I extends ReturnType<typeof slash>>(interaction: I) =>
  sentBy(interaction, { id: MAINTAINER, permissions: MANAGES });

describe.skipIf(!hasRedis)(`two replicas over signed HTTP on one folder and one Redis${unlessRedis}`, () => {
  let redis: RedisServer;
  let dir: string;
  let one: MaintainedBot;
  let other: MaintainedBot;
  beforeAll(async () => {
    await compile();
    redis = await startRedis();
    dir = await mkdtemp(join(tmpdir(), 'replicas-'));
    await copyData(dir);
    const env = { REDIS_URL: redis.url, DISCORD_APPLICATION_ID: '800000000000000001' };
    [one, other] = await Promise.all([
      startMaintained('signed HTTP', dir, env),
      startMaintained('signed HTTP', dir, env),
    ]);
  }, 2 * PATIENCE);
  afterAll(async () => {
    await Promise.all([one.end(), other.end()]);
    await redis.end();
    await rm(dir, { recursive: true });
    const lines = `${one.logged()}${other.logged()}`.split('\n');
    expect(lines.filter((line) => /"errorId"|nobody handled|could not be answered/.test(line))).toEqual([]);
  });

  const asked = async (bot: MaintainedBot, question: string) =>
    messageOf(await bot.send(slash('ask', { question }, 'it'))).embeds?.[0]?.description;
  const edits = (token: string) => [...one.discord.edits(token), ...other.discord.edits(token)];

  test('a follow-up is understood by the replica that did not answer the question before', async () => {
    await asked(one, FIRST);
    expect(await asked(other, NEXT)).toMatch(FOLLOWED);
    const english = messageOf(await one.send(slash('ask', { question: 'and committed?' }, 'en-US')));
    expect(english.embeds?.[0]?.description).toMatch(/^-# Continuing from: Axis II\n/);
  });

  test('an upload to one is seen by both, and its Confirm through both at once is executed once', async () => {
    const first = await one.version();
    const preview = await one.become(
      asMaintainer(uploaded(one, 'update', (await renamed(dir, 'bis')).bytes)),
    );
    const confirm = asMaintainer(press(buttonsOf(preview)[0] ?? '', 'it'));
    const both = await Promise.all([other.send(confirm), one.send(confirm)]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]?.type).toBe(7);
    await until(() => edits(confirm.token).length > 0);
    // A replayed one says the same, and changes nothing more.
    expect(await other.send(confirm)).toEqual(both[0]);
    expect(await one.send(confirm)).toEqual(both[0]);
    const second = await one.version();
    expect(second).not.toBe(first);
    const status = async (bot: MaintainedBot) =>
      textOf(messageOf(await bot.send(part('dataset', 'status', [], 'it'))));
    await until(async () => (await status(one)).includes(second) && (await status(other)).includes(second));
    const [edit, ...more] = edits(confirm.token);
    expect(textOf(edit?.body as object)).toContain('Dati aggiornati');
    expect(more).toEqual([]);
    expect(await one.history()).toMatchObject([{ action: 'apply', from: first, to: second }]);
  });

  test('/dataset status of each names both', async () => {
    const shown = async (bot: MaintainedBot) =>
      textOf(messageOf(await bot.send(part('dataset', 'status', [], 'it'))));
    for (const bot of [one, other]) {
      await until(async () => /sentito \d+ s fa/.test(await shown(bot)));
      expect(await shown(bot)).toMatch(/Processi del bot.*\(HTTP, questo\).*\(HTTP, sentito \d+ s fa\)/s);
    }
  });

  test('a Share that comes twice is answered the same again, its picture included', async () => {
    const compared = slash('compare', { first: 'axis-1', second: 'axis-2' }, 'it');
    const answerOf = async (bot: MaintainedBot) => messageOf(await bot.send(compared));
    const hasPicture = async (bot: MaintainedBot) => (await answerOf(bot)).attachments?.length === 1;
    // Whoever draws for the first time may be too slow for a picture.
    await until(async () => (await hasPicture(one)) && (await hasPicture(other)));
    const share = press(buttonOf(await answerOf(one), 's'), 'it', { flags: 64 });
    const [here, there] = [await one.send(share), await other.send(share)];
    expect(there).toEqual(here);
    expect(here.data?.attachments).toHaveLength(1);
  });

  test('a Report that comes to both at once is counted once', async () => {
    const answer = messageOf(await one.send(slash('spending', { axis: 'axis-2' }, 'it')));
    const report = press(buttonOf(answer, 'd'), 'it');
    const both = await Promise.all([one.send(report), other.send(report), one.send(report)]);
    expect(new Set(both.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await openReports(dir).list(new Date())).toMatchObject([{ times: 1 }]);
    await one.send(press(buttonOf(answer, 'd'), 'it'));
    expect(await openReports(dir).list(new Date())).toMatchObject([{ times: 2 }]);
  });

  test('while Redis is stopped all are answered, without follow-ups, and follow again when it is back', async () => {
    await asked(one, FIRST);
    await redis.stop();
    expect(await asked(one, FIRST)).toBe('# 109,8 Mln €');
    expect(await asked(other, NEXT)).not.toMatch(FOLLOWED);
    expect(await asked(one, NEXT)).not.toMatch(FOLLOWED);
    expect(await readyz(one)).toMatchObject({ ready: true, sharedMemory: false });
    await redis.start();
    await until(async () => {
      await asked(one, FIRST);
      return FOLLOWED.test((await asked(other, NEXT)) ?? '');
    });
    expect(await readyz(other)).toMatchObject({ ready: true, sharedMemory: true });
    for (const bot of [one, other]) {
      const said = bot.logged().match(/"msg":"[^"]*Redis[^"]*/g) ?? [];
      expect(said.map((text) => text.slice(7, 30))).toEqual([
        'connected to Redis',
        'Redis is out of reach: ',
        'Redis is there again',
      ]);
    }
  });

  test('a Confirm whose replica was killed before it began is executed by the one that is asked again', async () => {
    const preview = await one.become(
      asMaintainer(uploaded(one, 'update', (await renamed(dir, 'ter')).bytes)),
    );
    const confirm = asMaintainer(press(buttonsOf(preview)[0] ?? '', 'it'));
    const before = (await one.history()).length;
    await one.end('SIGKILL');
    expect(textOf(await other.become(confirm))).toContain('Dati aggiornati');
    expect((await other.history()).length).toBe(before + 1);
  });
});
