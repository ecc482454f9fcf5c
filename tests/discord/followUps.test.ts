import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { readingReply } from '../../src/desk/readings.ts';
import { decode } from '../../src/discord/ids/customId.ts';
import { privateMessage } from '../../src/discord/message/message.ts';
import { shownAs } from '../../src/discord/message/shown.ts';
import { phrases } from '../../src/locale/phrases.ts';
import { newMemory } from '../../src/memory/memory.ts';
import type { Request } from '../../src/model/request.ts';
import type { Wanted } from '../../src/question/reading.ts';
import { conversation } from '../../src/terminal/conversation.ts';
import { desk, shown } from '../desk.ts';
import { pick, press, slash, USER } from '../loopback/interactions.ts';
import { direct, inChannel, ofBot, PING, replyTo } from '../loopback/messages.ts';
import { answering } from './answering.ts';
import { answerTo, type Bot, startBot, until } from './bot.ts';
import { actionOf, buttonOf, buttonsOf, type Message, messageOf, selectsOf, textOf } from './read.ts';

const FIRST = 'quanto ha certificato l’asse II?';
const NEXT = 'e il pagato?';
const LEAD = /^-# Continuo da: Asse II\n# 140,6/;

describe('an answer that continues from the question before', () => {
  const talk = () => {
    const answer = answering(desk, newMemory());
    const say = (question: string) => messageOf(answer(slash('ask', { question }, 'it')));
    return { answer, say };
  };

  test('says so above its headline, and nowhere else', () => {
    const { say } = talk();
    expect(say(FIRST).embeds?.[0]?.description).toBe('# 109,8 Mln €');
    const { embeds = [] } = say(NEXT);
    expect(embeds[0]?.description).toMatch(LEAD);
    expect(textOf({ embeds: [{ ...embeds[0], description: '' }] })).not.toContain('Continuo');
  });

  test('can be had without it: its button forgets, and asks the question alone', () => {
    const { answer, say } = talk();
    const alone = messageOf(answering(desk)(slash('ask', { question: NEXT }, 'it')));
    say(FIRST);
    const again = messageOf(answer(press(buttonOf(say(NEXT), 'n'), 'it', { flags: 64 })));
    expect(again).toEqual(alone);
    expect(textOf(again)).not.toContain('109,8');
  });

  test('has the button only where it continues, in the other language too', () => {
    const { answer, say } = talk();
    expect(buttonsOf(say(FIRST)).map(actionOf)).not.toContain('n');
    const followed = messageOf(answer(slash('ask', { question: 'and paid?' }, 'en-US')));
    expect(JSON.stringify(followed.components)).toContain(phrases.en.afreshButton);
    expect(followed.embeds?.[0]?.description).toMatch(/^-# Continuing from: Axis II\n/);
  });

  test('whose question has no room in a button is forgotten all the same', () => {
    const { answer, say } = talk();
    const long = `${NEXT} ${'per favore '.repeat(9)}`;
    say(FIRST);
    const id = buttonOf(say(long), 'n');
    expect(decode(id, desk)?.requests).toEqual([]);
    expect(messageOf(answer(press(id, 'it')))).toMatchObject({ content: phrases.it.startsAfresh, flags: 64 });
    expect(say(NEXT).embeds?.[0]?.description).not.toMatch(LEAD);
  });

  test('is forgotten for who presses, not for others', () => {
    const { answer, say } = talk();
    say(FIRST);
    const id = buttonOf(say(NEXT), 'n');
    answer(press(id, 'it', { by: '500000000000000009' }));
    expect(say('in percentuale?').embeds?.[0]?.description).toMatch(/^-# Continuo da: Asse II\n# 37,1%/);
  });

  test('says so in the terminal, in its second line', () => {
    const say = conversation(desk, { locale: 'it', json: false, continued: true });
    say(FIRST);
    expect(say(NEXT)?.split('\n')[1]).toBe('Continuo da: Asse II');
  });
});

describe('a word that is not read, and a question with two ways', () => {
  const spending = { command: 'spending', options: { axis: 'axis-2', measure: 'certified' } };
  const asking = {
    locale: 'it',
    full: (wanted: Wanted): Request => ({ ...wanted, locale: 'it' }),
    titleOf: (request: Request) => ask(desk, request).card.title,
  } as const;
  const question = {
    command: 'ask',
    options: { question: 'certificato asse II in rupie' },
    locale: 'it',
  } as const;
  const messageWith = (reply: ReturnType<typeof readingReply>): Message =>
    privateMessage(shownAs(desk, question, reply), true) as Message;
  const unread = readingReply(desk, { as: 'unread', words: ['rupie'], without: spending }, asking);

  test('is named, with the reading without it as one button', () => {
    expect(shown(unread)).toBe(
      'Non ho capito la domanda.\nNon ho capito «rupie».\nSenza, la domanda è\n  • Asse II – Inclusione sociale – spesa certificata al 31.12.2020',
    );
    const message = messageWith(unread);
    expect(selectsOf(message)).toEqual([]);
    const [id = '', ...more] = buttonsOf(message);
    expect(more).toEqual([]);
    expect(JSON.stringify(message.components)).toContain(phrases.it.withoutIt);
    const pressed = messageOf(answering(desk)(press(id, 'it', message)));
    expect(pressed.embeds?.[0]?.description).toBe('# 109,8 Mln €');
  });

  test('of an answer that is too long for a button is read again from the question, which then stands in the card', () => {
    const ids = [...desk.dataset.subjects.keys()].filter((id) => id.length > 12).slice(0, 25);
    const request = { command: 'initiative', options: { initiative: ids.join(',') } };
    const message = messageWith(readingReply(desk, { as: 'unread', words: ['x'], without: request }, asking));
    const [id = ''] = buttonsOf(message);
    expect(message.embeds?.[0]?.footer?.text).toBe('Domanda: certificato asse II in rupie');
    expect(messageOf(answering(desk)(press(id, 'it', message))).content).toBe(phrases.it.notReread);
  });

  test('each of several ways is in a menu, by the title of its answer', () => {
    const paid = { ...spending, options: { ...spending.options, measure: 'paid' } };
    const choices = [spending, paid].map((wanted, at) => ({
      kind: 'request',
      id: String(at + 1),
      name: ask(desk, { ...wanted, locale: 'it' }).card.title,
      hint: '',
      request: { ...wanted, locale: 'it' as const },
    }));
    const message = messageWith({ ...unread, outcome: 'choose', choices });
    const answers = selectsOf(message).map((value) =>
      messageOf(answering(desk)(pick('2c', value, 'it', message))),
    );
    expect(answers.map(({ embeds }) => embeds?.[0]?.title)).toEqual(choices.map(({ name }) => name));
  });
});

describe('the memory of a talk', () => {
  test('goes one step further back, on every surface', () => {
    const turns = ['certificato asse 2 e 3', 'e il IV?', 'tutti insieme?'];
    const answer = answering(desk, newMemory());
    const [, , last] = turns.map((text) => messageOf(answer(slash('ask', { question: text }, 'it'))));
    expect(textOf(last ?? {})).toContain('306,9');
    const say = conversation(desk, { locale: 'it', json: false, continued: true });
    expect(turns.map(say).at(-1)).toContain('306,9');
  });

  test('never stands in an id', () => {
    const answer = answering(desk, newMemory());
    answer(slash('ask', { question: FIRST }, 'it'));
    const followed = messageOf(answer(slash('ask', { question: NEXT }, 'it')));
    const carried = buttonsOf(followed).flatMap((id) => decode(id, desk)?.requests ?? []);
    expect(carried.length).toBeGreaterThan(3);
    expect(carried.filter((request) => 'after' in request)).toEqual([]);
  });
});

describe('in the chat', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot({ desk });
    await until(bot.gateway.ready);
  });
  afterAll(() => bot.end());
  const answerOf = (said: { readonly id: string }) => answerTo<Message>(bot, said);
  const posted = async (said: { readonly id: string }) => {
    const message = await answerOf(said);
    return ofBot((bot.discord.behaviour.posted.get(said.id) as { id: string }).id, message);
  };

  test('a mention, a reply and a direct message are followed alike, two steps back', async () => {
    const [one, two, three] = ['certificato asse 2 e 3', 'e il IV?', 'tutti insieme?'] as const;
    const by = (id: string) => ({ author: { ...USER, id } });
    await answerOf(inChannel(`${PING} ${one}`, by('520000000000000001')));
    await answerOf(inChannel(`${PING} ${two}`, by('520000000000000001')));
    const mentioned = await answerOf(inChannel(`${PING} ${three}`, by('520000000000000001')));
    const first = await posted(inChannel(`${PING} ${one}`, by('520000000000000002')));
    const second = await posted(replyTo(first, two, by('520000000000000003')));
    const replied = await answerOf(replyTo(second, three, by('520000000000000004')));
    await answerOf(direct(one, by('520000000000000005')));
    await answerOf(direct(two, by('520000000000000005')));
    const direct3 = await answerOf(direct(three, by('520000000000000005')));
    for (const message of [mentioned, replied, direct3]) {
      expect(message.embeds?.[0]?.description).toContain('306,9');
    }
  });

  test('a whole question starts afresh', async () => {
    const author = { ...USER, id: '520000000000000006' };
    await answerOf(inChannel(`${PING} ${FIRST}`, { author }));
    const { embeds } = await answerOf(inChannel(`${PING} quanto ha pagato l’asse IV?`, { author }));
    expect(embeds?.[0]?.description).toBe('# 8,4 Mln €');
  });

  test('its button forgets the question of who presses, in that channel', async () => {
    const author = { ...USER, id: '520000000000000007' };
    await answerOf(inChannel(`${PING} ${FIRST}`, { author }));
    const followed = await answerOf(inChannel(`${PING} ${NEXT}`, { author }));
    expect(followed.embeds?.[0]?.description).toMatch(LEAD);
    const { member, ...pressed } = press(buttonOf(followed, 'n'), 'it', followed);
    await bot.discord.interact({ ...pressed, member: { ...member, user: author } } as typeof pressed);
    const next = await answerOf(inChannel(`${PING} in percentuale?`, { author }));
    expect(textOf(next)).not.toContain('Asse II –');
  });

  test('bare thanks in a reply pass in silence; to a mention and in direct messages there is a line', async () => {
    const answer = await posted(
      inChannel(`${PING} ${FIRST}`, { author: { ...USER, id: '520000000000000008' } }),
    );
    const silent = ['grazie', 'ok perfetto', 'bravo!', 'thanks a lot'].map((text) => replyTo(answer, text));
    for (const said of silent) bot.discord.say(said);
    for (const said of [
      inChannel(`${PING} grazie`),
      direct('grazie'),
      replyTo(answer, `${PING} grazie`),
      replyTo(answer, 'ciao'),
    ]) {
      expect(textOf(await answerOf(said))).not.toMatch(/\d/);
    }
    expect(silent.flatMap(({ id }) => bot.discord.repliesTo(id))).toEqual([]);
    expect(textOf(await answerOf(replyTo(answer, 'grazie, e il pagato?')))).toContain('140,6');
  });

  test('nothing that was sent is outside Discord’s limits', () => {
    expect(bot.discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe('“fonte?” after an answer', () => {
  const bySource = (answer: ReturnType<typeof answering>, message: Message) =>
    messageOf(answer(press(buttonOf(message, 'o'), 'it')));

  test('shows what the button Source shows, privately, as a command', () => {
    const answer = answering(desk, newMemory());
    const first = messageOf(answer(slash('ask', { question: FIRST }, 'it')));
    const sources = messageOf(answer(slash('ask', { question: 'fonte?' }, 'it')));
    expect(sources).toEqual(bySource(answer, first));
    expect(textOf(messageOf(answer(slash('ask', { question: NEXT }, 'it'))))).toContain('140,6');
  });

  test('is of what a button answered last, all of it', () => {
    const answer = answering(desk, newMemory());
    const question = 'quanto ha certificato l’asse II e quante donne?';
    const first = messageOf(answer(slash('ask', { question }, 'it')));
    answer(press(buttonOf(first, 's'), 'it'));
    const sources = messageOf(answer(slash('ask', { question: 'da dove viene?' }, 'it')));
    expect(textOf(sources)).toMatch(/109,8.*59\.146/s);
    expect(sources).toEqual(bySource(answer, first));
  });

  describe('in the chat', () => {
    let bot: Bot;
    beforeAll(async () => {
      bot = await startBot({ desk });
      await until(bot.gateway.ready);
    });
    afterAll(() => bot.end());

    test('is posted in reply, of the answer that it replies to, whoever asks, and of one of an earlier process', async () => {
      const said = inChannel(`${PING} ${FIRST}`);
      const first = await answerTo<Message>(bot, said);
      const { id } = bot.discord.behaviour.posted.get(said.id) as { id: string };
      const author = { ...USER, id: '500000000000000077' };
      const earlier = '400000000000000777';
      for (const replied of [id, earlier]) {
        const asked = replyTo(ofBot(replied, first), 'fonte?', { author });
        const { embeds, components, flags } = await answerTo<Message>(bot, asked);
        expect(embeds).toEqual(bySource(answering(desk), first).embeds);
        expect([components, flags]).toEqual([undefined, undefined]);
      }
      expect(bot.discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
    });
  });

  test('is the same card in the terminal', () => {
    const say = conversation(desk, { locale: 'it', json: false, continued: true });
    say(FIRST);
    expect(say('fonte?')).toMatch(/^Fonti – Asse II.*slide 6/s);
  });
});
