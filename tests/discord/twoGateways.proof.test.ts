import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openReports } from '../../src/maintenance/reports/reports.ts';
import { openRedis } from '../../src/memory/redis/shared.ts';
import { desk } from '../desk.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { press, slash, USER } from '../loopback/interactions.ts';
import { direct, inChannel, ofBot, PING, replyTo } from '../loopback/messages.ts';
import { hasRedis, type RedisServer, startRedis, unlessRedis } from '../memory/redisServer.ts';
import { answering } from './answering.ts';
import { answerTo, type Bot, startBot, until } from './bot.ts';
import { buttonOf, type Message, messageOf } from './read.ts';

const FIRST = 'quanto ha certificato l’asse II?';
const NEXT = 'e il pagato?';
const FOLLOWED = /^-# Continuo da: Asse II\n# 140,6/;

describe.skipIf(!hasRedis)(`two gateway processes with one Redis${unlessRedis}`, () => {
  let redis: RedisServer;
  let dir: string;
  const open: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    redis = await startRedis();
    dir = await mkdtemp(join(tmpdir(), 'two-gateways-'));
  });
  afterAll(async () => {
    await redis.end();
    await rm(dir, { recursive: true, force: true });
  });

  async function start(discord: Loopback): Promise<Bot> {
    const quiet = { info: () => undefined, warn: () => undefined };
    const shared = await openRedis(redis.url, 'gateways:', quiet);
    const bot = await startBot({ desk, shared, discord, reports: openReports(dir) });
    open.push(bot.end, shared.close);
    await until(bot.gateway.ready);
    return bot;
  }
  afterEach(async () => {
    for (const end of open.splice(0)) await end().catch(() => undefined);
  });

  describe('of which each has its own events', () => {
    let one: Bot;
    let other: Bot;
    beforeEach(async () => {
      [one, other] = [await start(await startLoopback()), await start(await startLoopback())];
    });
    const said = async (bot: Bot, message: { readonly id: string }) =>
      (await answerTo<Message>(bot, message)).embeds?.[0]?.description;

    test('a follow-up in a direct message or by a mention is understood by the other', async () => {
      await said(one, direct(FIRST));
      expect(await said(other, direct(NEXT))).toMatch(FOLLOWED);
      const author = { ...USER, id: '520000000000000021' };
      await said(other, inChannel(`${PING} ${FIRST}`, { author }));
      expect(await said(one, inChannel(`${PING} ${NEXT}`, { author }))).toMatch(FOLLOWED);
    });

    test('a reply follows the message of the other, whoever replies', async () => {
      const question = inChannel(`${PING} ${FIRST}`);
      await said(one, question);
      await until(() => one.logged().includes('"answered"'));
      const { id } = one.discord.behaviour.posted.get(question.id) as { id: string };
      const author = { ...USER, id: '520000000000000022' };
      // What the message itself would tell is not there: only the memory knows.
      expect(await said(other, replyTo(ofBot(id, {}), NEXT, { author }))).toMatch(FOLLOWED);
    });

    test('a command follows what the other answered', async () => {
      const author = { ...USER, id: '520000000000000023' };
      const asked = slash('ask', { question: FIRST }, 'it');
      await one.discord.interact(asked);
      const { member, ...rest } = slash('ask', { question: NEXT }, 'it');
      const { body } = await other.discord.interact({ ...rest, member } as typeof asked);
      expect((body as { data: Message }).data.embeds?.[0]?.description).toMatch(FOLLOWED);
      const alone = { ...rest, id: `${rest.id}1`, member: { ...member, user: author } };
      const afresh = await other.discord.interact(alone as typeof asked);
      expect((afresh.body as { data: Message }).data.embeds?.[0]?.description).not.toMatch(FOLLOWED);
    });
  });

  describe('of which both have every event, as while one replaces the other', () => {
    let discord: Loopback;
    let both: readonly Bot[];
    beforeEach(async () => {
      discord = await startLoopback();
      both = [await start(discord), await start(discord)];
    });
    /** Once later events are through, so are the earlier. */
    const settled = async () => {
      const last = slash('help', {}, 'it');
      discord.deliver(last);
      await until(() => discord.callbacks(last.id).length === both.length);
    };

    test('a question in the chat is answered by one of them', async () => {
      const questions = Array.from({ length: 5 }, (_, at) =>
        direct(FIRST, {
          author: { ...USER, id: `52000000000000003${at}` },
          channel_id: `70000000000000009${at}`,
        }),
      );
      for (const question of questions) discord.say(question);
      await until(() => questions.every(({ id }) => discord.repliesTo(id).length > 0));
      await settled();
      expect(questions.map(({ id }) => discord.repliesTo(id).length)).toEqual([1, 1, 1, 1, 1]);
    });

    test('a Share and a Report are executed by one of them, and Discord gets one answer', async () => {
      const answer = messageOf(answering(desk)(slash('spending', { axis: 'axis-2' }, 'it')));
      const presses = ['s', 'd'].map((action) => press(buttonOf(answer, action), 'it'));
      for (const each of presses) discord.deliver(each);
      await until(() => presses.every(({ id }) => discord.callbacks(id).length > 0));
      await settled();
      expect(presses.map(({ id }) => discord.callbacks(id).length)).toEqual([1, 1]);
      expect(await openReports(dir).list(new Date())).toMatchObject([{ times: 1 }]);
    });
  });
});
