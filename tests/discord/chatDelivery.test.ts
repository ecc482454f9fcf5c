import { describe, expect, test } from 'vitest';
import { slash, USER } from '../loopback/interactions.ts';
import { CHANNEL, direct, inChannel, PING } from '../loopback/messages.ts';
import { answerTo, TOKEN, until, withBot } from './bot.ts';
import { realDesk } from './realDesk.ts';

const desk = await realDesk();

describe.concurrent('the bot asks for', () => {
  test.each([
    ['nothing', { mentions: false, dms: false }, 0],
    ['messages in servers', { mentions: true, dms: false }, 1 << 9],
    ['direct messages', { mentions: false, dms: true }, 1 << 12],
    ['both', { mentions: true, dms: true }, (1 << 9) | (1 << 12)],
  ])('%s where %j', async (_, chat, intents) => {
    await withBot({ desk, chat }, async ({ discord, gateway }) => {
      await until(gateway.ready);
      expect(discord.intents).toEqual([intents]);
      const [mention, dm] = [inChannel(`${PING} aiuto`), direct('aiuto')];
      discord.say(mention);
      discord.say(dm);
      await discord.interact(slash('help', {}, 'it'));
      const replies = () => [mention, dm].map(({ id }) => discord.repliesTo(id).length);
      const wanted = [Number(chat.mentions), Number(chat.dms)];
      await until(() => replies().join() === wanted.join());
      expect(discord.sent.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(
        Number(chat.mentions) + Number(chat.dms),
      );
    });
  });
});

describe.concurrent('an answer', () => {
  test.each([50013, 50001, 10008, 50007, 12345])(
    'refused with %i is logged, and the bot goes on',
    async (code) => {
      await withBot({ desk, behaviour: { messages: code } }, async (its) => {
        await until(its.gateway.ready);
        await answerTo(its, inChannel(`${PING} aiuto`));
        await until(() => its.logged().includes('the answer did not arrive'));
        its.discord.behaviour.messages = 'accept';
        await answerTo(its, inChannel(`${PING} aiuto`));
        expect(its.logged()).toContain(`"code":${code}`);
        expect(its.logged()).not.toContain(TOKEN);
      });
    },
  );

  test('is posted once however often Discord repeats the question', async () => {
    const said = inChannel(`${PING} quanto ha certificato l’asse II?`);
    await withBot({ desk, behaviour: { replay: [said, said] } }, async (its) => {
      await until(its.gateway.ready);
      await answerTo(its, said);
      its.discord.drop(4000);
      await until(() => its.discord.received.includes(6) && its.gateway.ready());
      const unheard = inChannel(`${PING} aiuto`);
      its.discord.behaviour.replay = [said, unheard];
      its.discord.drop(4000);
      await until(() => its.discord.repliesTo(unheard.id).length > 0);
      expect(its.discord.repliesTo(said.id)).toHaveLength(1);
    });
  });

  test('whose arrival Discord could not confirm is sent anew under the same nonce, and stands there once', async () => {
    await withBot({ desk, behaviour: { messages: 'lost' } }, async (its) => {
      await until(its.gateway.ready);
      const said = inChannel(`${PING} aiuto`);
      await answerTo(its, said);
      await until(() => its.logged().includes('"answered"'));
      expect(its.discord.repliesTo(said.id)).toHaveLength(2);
      expect([...its.discord.behaviour.posted.keys()]).toEqual([said.id]);
    });
  });

  test('that is rate limited arrives later', async () => {
    await withBot({ desk, behaviour: { messages: 'limit' } }, async (its) => {
      await until(its.gateway.ready);
      await answerTo(its, inChannel(`${PING} aiuto`));
      its.discord.behaviour.messages = 'accept';
      await until(() => its.logged().includes('"answered"'));
      expect(its.logged()).toContain('a message is rate limited by Discord');
    });
  });

  test('waits behind at most nine others of its channel; whoever comes after is told; other channels go on', async () => {
    await withBot({ desk, behaviour: { messages: 'limit', limited: CHANNEL } }, async (its) => {
      await until(its.gateway.ready);
      const people = [...'abcdefghijklmn'].map((name, at) => ({
        ...USER,
        id: `${USER.id.slice(0, -2)}${at + 10}`,
        name,
      }));
      const all = people.map((author) => inChannel(`${PING} aiuto`, { author }));
      for (const each of all) its.discord.say(each);
      await until(() => its.logged().split('too many questions').length === 5);
      await answerTo(its, direct('aiuto'));
      its.discord.behaviour.messages = 'accept';
      const [first, ...others] = all.slice(10);
      await until(() => its.discord.behaviour.posted.has(first?.id ?? ''));
      const told = its.discord.behaviour.posted.get(first?.id ?? '') as { content: string };
      for (const { id } of people.slice(10)) expect(told.content).toContain(`<@${id}>`);
      expect(told).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
      await until(() => all.slice(0, 10).every(({ id }) => its.discord.behaviour.posted.has(id)));
      expect(others.filter(({ id }) => its.discord.behaviour.posted.has(id))).toEqual([]);
      expect(its.discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
    });
  });

  test('goes out without its picture where the bot may not attach files, and the log says what to give', async () => {
    const draw = async () => new Uint8Array([1]);
    await withBot({ desk, draw, behaviour: { noFiles: true } }, async (its) => {
      await until(its.gateway.ready);
      const said = inChannel(`${PING} scheda dell’asse II`);
      its.discord.say(said);
      await until(() => its.discord.behaviour.posted.has(said.id));
      const [whole, without] = its.discord.repliesTo(said.id);
      expect(whole?.files).toHaveLength(1);
      expect(without?.files).toEqual([]);
      expect(without?.body).toMatchObject({ embeds: [{ title: expect.stringContaining('Asse II') }, {}] });
      expect(JSON.stringify(without?.body)).not.toContain('attachment');
      expect(its.discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
      await until(() => its.logged().includes('without its picture: give the bot Attach Files'));
    });
  });
});
