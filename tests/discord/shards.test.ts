import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Shards, sessionsOf, shardsIn } from '../../src/discord/gateway/shards.ts';
import { type Loopback, startLoopback } from '../loopback/discord.ts';
import { slash } from '../loopback/interactions.ts';
import { direct, inChannel, PING } from '../loopback/messages.ts';
import { type Bot, startBot, until, withBot } from './bot.ts';
import { realDesk } from './realDesk.ts';

const desk = await realDesk();
const IDENTIFY = 2;
const RESUME = 6;
const QUESTION = 'quanto ha certificato l’asse II?';

/** A server whose events come by this shard, as Discord reckons it. */
const serverOf = (shard: number, count: number) =>
  String(((170_000n * BigInt(count) + BigInt(shard)) << 22n) + 5n);
const inServer = <T extends object>(event: T, shard: number, count = 4): T => ({
  ...event,
  guild_id: serverOf(shard, count),
});

function shards(text: string): Shards {
  const read = shardsIn(text);
  if (read === null) throw new Error(`not read: ${text}`);
  return read;
}

describe('SHARDS', () => {
  test.each([
    ['auto', 'auto'],
    ['AUTO', 'auto'],
    ['0-3/16', { ids: [0, 1, 2, 3], count: 16 }],
    ['12 - 15 / 16', { ids: [12, 13, 14, 15], count: 16 }],
    ['7/16', { ids: [7], count: 16 }],
    ['0/1', { ids: [0], count: 1 }],
  ])('%s is read', (text, read) => {
    expect(shardsIn(text)).toEqual(read);
  });

  test.each([
    '4',
    '0-3',
    '3-0/16',
    '0-16/16',
    '16/16',
    '0/0',
    '-1/4',
    '0-3/16/2',
    '[0,1]',
    '1.5/4',
    'all',
    '0,1/4',
  ])('%s is not', (text) => {
    expect(shardsIn(text)).toBeNull();
  });

  test.each([
    ['auto', { shards: 6, concurrency: 1 }, { own: 6, turns: 6 }],
    ['0-3/16', { shards: 1, concurrency: 1 }, { own: 4, turns: 16 }],
    ['0-3/16', { shards: 16, concurrency: 16 }, { own: 4, turns: 1 }],
  ])('%s begins its own sessions, and waits for the turns of all', (text, advice, expected) => {
    expect(sessionsOf(shards(text), advice)).toEqual(expected);
  });
});

describe('two processes with half of four shards each', () => {
  let discord: Loopback;
  let bots: readonly Bot[];
  beforeAll(async () => {
    discord = await startLoopback({ recommended: 4, concurrency: 4 });
    const settings = ['0-1/4', '2-3/4'].map((text) => ({ desk, discord, shards: shards(text) }));
    bots = await Promise.all(settings.map(startBot));
    await until(() => bots.every(({ gateway }) => gateway.ready()));
  });
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.end()));
    await discord.close();
  });

  /** Which of them answered, by what they log of it. */
  const answeredBy = (id: string) =>
    bots.flatMap((bot, at) => (bot.logged().includes(`"${id}"`) ? [at] : []));

  test('identify themselves by their shards, once each', () => {
    expect(discord.shards.toSorted(([a], [b]) => a - b)).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
    ]);
    for (const bot of bots) expect(bot.logged()).toContain('connected to Discord');
  });

  test.each([0, 1, 2, 3])(
    'answer what happens in a server of shard %i once, by the process that holds it',
    async (shard) => {
      const interaction = inServer(slash('ask', { question: QUESTION }, 'it'), shard);
      const { problems } = await discord.interact(interaction);
      const said = inServer(inChannel(`${PING} ${QUESTION}`), shard);
      discord.say(said);
      await until(() => discord.repliesTo(said.id).length > 0);
      await until(() => answeredBy(said.id).length > 0 && answeredBy(interaction.id).length > 0);
      expect(problems).toEqual([]);
      const holder = shard < 2 ? 0 : 1;
      expect([answeredBy(interaction.id), answeredBy(said.id)]).toEqual([[holder], [holder]]);
      expect(
        [discord.callbacks(interaction.id), discord.repliesTo(said.id)].map(({ length }) => length),
      ).toEqual([1, 1]);
    },
  );

  test('answer a direct message once, by the process with shard 0', async () => {
    const said = direct(QUESTION);
    discord.say(said);
    await until(() => answeredBy(said.id).length > 0);
    expect([answeredBy(said.id), discord.repliesTo(said.id).length]).toEqual([[0], 1]);
  });

  test('take up one lost shard where it was, while the other process stays ready', async () => {
    const [identified, resumed] = [IDENTIFY, RESUME].map(
      (op) => discord.received.filter((each) => each === op).length,
    );
    discord.drop(4000, 3);
    await until(() => bots[1]?.gateway.ready() === false);
    expect(bots[0]?.gateway.ready()).toBe(true);
    await until(() => bots[1]?.gateway.ready() === true);
    expect([IDENTIFY, RESUME].map((op) => discord.received.filter((each) => each === op).length)).toEqual([
      identified,
      (resumed ?? 0) + 1,
    ]);
    const interaction = inServer(slash('ask', { question: QUESTION }, 'it'), 3);
    await discord.interact(interaction);
    expect(discord.callbacks(interaction.id)).toHaveLength(1);
  });
});

describe('a process', () => {
  test('of its own holds all shards that Discord recommends', async () => {
    await withBot({ desk, behaviour: { recommended: 2, concurrency: 2 } }, async ({ discord, gateway }) => {
      await until(gateway.ready);
      expect(discord.shards.toSorted(([a], [b]) => a - b)).toEqual([
        [0, 2],
        [1, 2],
      ]);
    });
  });

  test('is told in a warning where Discord recommends more', async () => {
    const setting = { desk, shards: shards('0/1'), behaviour: { recommended: 3 } };
    await withBot(setting, async ({ discord, gateway, logged }) => {
      await until(gateway.ready);
      expect(discord.shards).toEqual([[0, 1]]);
      expect(logged()).toMatch(/"level":40.*"count":1,"recommended":3.*raise the number after/);
    });
  });

  test('does not begin sessions where fewer are left than it needs', async () => {
    const setting = { desk, shards: shards('0-1/2'), behaviour: { concurrency: 2, sessionsLeft: 1 } };
    await withBot(setting, async ({ discord, gateway, logged }) => {
      await until(() => logged().includes('not connected to Discord'));
      expect(discord.received).not.toContain(IDENTIFY);
      discord.behaviour.sessionsLeft = 2;
      await until(gateway.ready);
      expect(discord.shards).toHaveLength(2);
    });
  });

  test.each([
    [4010, /\(4010\).*SHARDS=A-B\/N with the same N/],
    [4011, /\(4011\).*raise N/],
  ])('that Discord refuses says what to set: %i', async (code, line) => {
    await withBot({ desk, shards: shards('1/2'), behaviour: { identify: code } }, async ({ gateway }) => {
      expect(await gateway.ended).toMatch(line);
    });
  });
});
