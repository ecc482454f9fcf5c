import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ofType } from '../loopback/interactions.ts';
import { inChannel } from '../loopback/messages.ts';
import { type Bot, startBot, until } from './bot.ts';
import { ODD_TEXTS } from './odd.ts';
import { messageOf } from './read.ts';
import { realDesk } from './realDesk.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ desk: await realDesk() });
  await until(bot.gateway.ready);
});
afterAll(() => bot.end());

describe('the command in the menu of a message', () => {
  const ask = (content: unknown, locale: string, name?: string) => askOf({ content }, locale, name);
  const askOf = async (parts: object, locale: string, name = 'Ask the bot about this') => {
    const target = { ...inChannel(''), ...parts };
    const data = {
      id: '1',
      name,
      type: 3,
      target_id: target.id,
      resolved: { messages: { [target.id]: target } },
    };
    const { body, problems } = await bot.discord.interact(ofType(2, data, locale));
    expect(problems).toEqual([]);
    return messageOf(body as never);
  };

  test.each([
    ['it', 'Asse II', 'Condividi nel canale'],
    ['en-US', 'Axis II', 'Share in channel'],
    ['ja', 'Axis II', 'Share in channel'],
  ])('answers privately in the language of whoever chose it: %s', async (locale, title, share) => {
    const answer = await ask('**quanto** ha certificato l’asse II, <@1>?', locale);
    expect(answer.embeds?.[0]?.title).toContain(title);
    expect(answer.flags).toBe(64);
    expect(JSON.stringify(answer.components)).toContain(share);
  });

  test.each([
    ['', 'non contiene testo'],
    ['<:euro:123456789012345678> https://example.org', 'non contiene testo'],
    ['quanto '.repeat(500), 'troppo lungo'],
  ])('says kindly that there is no question in %j', async (content, line) => {
    expect(await ask(content, 'it')).toMatchObject({ flags: 64, content: expect.stringContaining(line) });
  });

  const QUESTION = 'quanto ha certificato l’asse II?';
  const forwarded = (message: object) => ({
    message_snapshots: [{ message: { content: '', embeds: [], ...message } }],
  });

  test.each([
    ['a forward', forwarded({ content: `**${QUESTION}**` })],
    ['a forwarded embed', forwarded({ embeds: [{ title: QUESTION }] })],
    ['a poll', { poll: { question: { text: QUESTION }, answers: [] } }],
    ['the title of an embed', { embeds: [{ title: QUESTION }] }],
    [
      'the description of the second embed',
      { embeds: [{ url: 'https://e.org' }, { description: QUESTION }] },
    ],
    ['a field of an embed', { embeds: [{ fields: [{ name: 'Asse II', value: 'quanto ha certificato?' }] }] }],
    ['an embed too long for one question', { embeds: [{ title: QUESTION, description: 'x'.repeat(4000) }] }],
    ['a text, not the preview of its link', { content: QUESTION, embeds: [{ title: 'Asse I' }] }],
  ])('reads %s', async (_, parts) => {
    expect((await askOf(parts, 'it')).embeds?.[0]?.title).toContain('Asse II');
  });

  test('copes with whatever the message holds', async () => {
    for (const text of ODD_TEXTS) expect((await ask(text.slice(0, 4000), 'en-GB')).flags).toBe(64);
    expect((await ask(undefined, 'it')).content).toContain('non contiene testo');
    expect((await ask('aiuto', 'it', 'Another command')).content).toContain('Another command');
  });
});
