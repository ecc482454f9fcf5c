import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { press, slash } from '../loopback/interactions.ts';
import { direct, inChannel, ofBot, PING, replyTo, type Said } from '../loopback/messages.ts';
import { specified } from '../loopback/openapi.ts';
import { type Bot, answerTo as posted, startBot, TOKEN, until } from './bot.ts';
import { ODD_TEXTS } from './odd.ts';
import { buttonsOf, type Message, messageOf } from './read.ts';
import { realDesk } from './realDesk.ts';

const ANNA = { id: '500000000000000002', username: 'anna', discriminator: '0', avatar: null };
const BENE = { ...ANNA, id: '500000000000000003', username: 'bene' };
let desk: Desk;
let bot: Bot;
/** Another person each time, so that no test follows what another one asked. */
let people = 0n;

beforeAll(async () => {
  desk = await realDesk();
  bot = await startBot({ desk });
  await until(bot.gateway.ready);
});
afterAll(() => bot.end());

const somebody = () => ({ ...ANNA, id: String(510000000000000000n + ++people) });

const answerTo = (said: { readonly id: string }) => posted<Message>(bot, said);

/** Nothing comes after them that would not have come before what is asked next. */
async function expectSilence(...said: readonly { readonly id: string }[]): Promise<void> {
  for (const each of said) bot.discord.say(each);
  await answerTo(direct('aiuto', { author: somebody() }));
  expect(said.flatMap(({ id }) => bot.discord.repliesTo(id))).toEqual([]);
}

/** The bot's message as it stands in the channel. */
async function answered(said: { readonly id: string }) {
  const message = await answerTo(said);
  const { id } = bot.discord.behaviour.posted.get(said.id) as { id: string };
  return ofBot(id, message);
}

const titleOf = (message: Message) => message.embeds?.[0]?.title;

describe('a question', () => {
  test('in a channel is answered where the bot is mentioned, as a reply without a ping, for all to see', async () => {
    const said = inChannel(`${PING} quanto ha certificato l’asse II?`, { author: somebody() });
    const { embeds, components, ...rest } = await answerTo(said);
    expect(embeds).toMatchObject([
      { title: expect.stringContaining('Asse II'), description: '# 109,8 Mln €' },
    ]);
    expect(rest).toEqual({
      message_reference: { message_id: said.id, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
      nonce: said.id,
      enforce_nonce: true,
    });
  });

  test('has an answer with the buttons of every public one; only who asked removes it', async () => {
    const said = inChannel(`${PING} quanto ha certificato l’asse II?`, { author: somebody() });
    const [remove = '', ...others] = buttonsOf(await answerTo(said));
    expect([remove, ...others]).toEqual([
      `2r:${said.author.id}`,
      expect.stringMatching(/^2o:/),
      expect.stringMatching(/^2x:/),
      ...others.slice(2),
    ]);
    const by = async (user: object) => {
      const { member, ...pressed } = press(remove, 'it');
      const removal = { ...pressed, member: { ...member, user } } as typeof pressed;
      return (await bot.discord.interact(removal)).body;
    };
    expect(await by(BENE)).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(await by(said.author)).toMatchObject({ type: 7, data: { embeds: [], components: [] } });
  });

  test('in a direct message needs no mention', async () => {
    expect(
      titleOf(await answerTo(direct('how much has axis II certified?', { author: somebody() }))),
    ).toContain('Axis II');
  });

  test('is answered in its own language, in the default one where it does not tell', async () => {
    const titles = await Promise.all(
      ['certified axis II', 'certificato asse II', 'CR03', 'アクシス2'].map(async (text) =>
        titleOf(await answerTo(direct(text, { author: somebody() }))),
      ),
    );
    expect(titles).toEqual([
      expect.stringContaining('Axis II'),
      expect.stringContaining('Asse II'),
      expect.stringContaining('al 31.12.2020'),
      expect.anything(),
    ]);
  });

  test('that may mean several things is answered with a menu', async () => {
    const { components } = await answerTo(direct('quanto ha impegnato l’asse?', { author: somebody() }));
    expect(components?.[0]?.components[0]).toMatchObject({ type: 3, custom_id: '2c' });
  });

  test('beside the subject gets one line and three examples', async () => {
    const { embeds } = await answerTo(direct('che tempo fa a Milano?', { author: somebody() }));
    expect(embeds?.[0]?.fields?.[0]?.value.split('\n')).toHaveLength(3);
  });

  test.each([
    ['a mention alone', inChannel(PING)],
    ['marks and emoji', inChannel(`${PING} 🙂?`)],
    ['a picture', direct('')],
    ['"help"', inChannel(`${PING} aiuto`)],
  ])('is missing in %s: a short help says what to ask', async (_, said) => {
    const [embed] = (await answerTo({ ...said, author: somebody() } as Said)).embeds ?? [];
    expect(embed?.fields?.map(({ name }) => name)).toEqual(['Prova a chiedere', 'Note']);
    expect(embed?.fields?.[1]?.value).toContain('/aiuto');
  });
});

describe('a follow-up', () => {
  const question = () => inChannel(`${PING} quanto ha certificato l’asse II?`, { author: somebody() });

  test('by reply follows the answer that it replies to, whoever asked, without a mention in its text', async () => {
    const answer = await answered(question());
    const reply = await answerTo(replyTo(answer, 'e l’asse III?', { author: BENE }));
    expect(titleOf(reply)).toMatch(/Asse III.*spesa certificata/);
  });

  test('follows what the person asked last in the channel, also by command, and nobody else', async () => {
    const said = question();
    await answered(said);
    const next = (author: object) => answerTo(inChannel(`${PING} e l’asse III?`, { author }));
    expect(titleOf(await next(said.author))).toMatch(/Asse III.*spesa certificata/);
    expect(titleOf(await next(somebody()))).not.toContain('certificata');
    const { member, ...command } = slash('spending', { axis: 'axis-1', measure: 'paid' }, 'it');
    const user = somebody();
    await bot.discord.interact({ ...command, member: { ...member, user } } as typeof command);
    expect(titleOf(await next(user))).toMatch(/Asse III.*pagamenti/);
  });

  test('to a refusal goes on from before it', async () => {
    const said = question();
    await answered(said);
    const refusal = await answered(inChannel(`${PING} grazie mille`, { author: said.author }));
    expect(titleOf(await answerTo(replyTo(refusal, 'e l’asse III?', { author: BENE })))).toContain(
      'certificata',
    );
  });

  test('follows an answer of another process, or to a command: its card says what was asked', async () => {
    const { embeds = [] } = messageOf(
      (
        await bot.discord.interact(
          slash('spending', { axis: 'axis-2', measure: 'paid', private: false }, 'en-US'),
        )
      ).body as never,
    );
    const reply = await answerTo(replyTo(ofBot('400000000000000009', { embeds }), 'e l’asse III?'));
    expect(titleOf(reply)).toMatch(/Asse III.*pagamenti/);
    const changed = embeds.map((embed) => ({ ...embed, description: '**1 Mln €**' }));
    const fresh = await answerTo(replyTo(ofBot('400000000000000010', { embeds: changed }), 'e l’asse III?'));
    expect(titleOf(fresh)).not.toContain('pagamenti');
  });

  test('follows an answer of older figures, whose buttons carry its request', async () => {
    const { components, embeds = [] } = await answerTo(question());
    const old = { components, embeds: embeds.map((embed) => ({ ...embed, description: '**1 Mln €**' })) };
    const reply = await answerTo(replyTo(ofBot('400000000000000014', old), 'e l’asse III?'));
    expect(titleOf(reply)).toMatch(/Asse III.*spesa certificata/);
  });

  test('keeps the language of the talk where it tells none', async () => {
    const answer = await answered(
      inChannel(`${PING} how much has axis II certified?`, { author: somebody() }),
    );
    expect(titleOf(await answerTo(replyTo(answer, 'III?')))).not.toContain('Asse');
  });

  test('survives a deleted answer', async () => {
    const answer = await answered(question());
    const gone = { ...replyTo({ id: answer.id }, 'e l’asse III?'), mentions: [answer.author], author: BENE };
    expect(titleOf(await answerTo(gone))).toMatch(/Asse III.*spesa certificata/);
  });
});

test('what is not for the bot stays unanswered', async () => {
  const question = 'quanto ha certificato l’asse II?';
  const asked = `${PING} ${question}`;
  const other = inChannel('ieri', { author: ANNA });
  await expectSilence(
    inChannel(question),
    inChannel(`<@${ANNA.id}> ${question}`),
    inChannel(`@everyone ${question}`, { mention_everyone: true }),
    inChannel(`@here ${question}`, { mention_everyone: true }),
    inChannel(`<@&800000000000000001> ${question}`),
    inChannel(asked, { author: { ...ANNA, bot: true } }),
    direct(question, { author: { ...ANNA, bot: true } }),
    inChannel(asked, { author: { ...ANNA, id: '900000000000000001', bot: true } }),
    inChannel(asked, { webhook_id: '600000000000000001' }),
    inChannel(asked, { author: { ...ANNA, system: true } }),
    ...[1, 6, 7, 8, 18, 20, 21, 23, 24].map((type) => inChannel(asked, { type })),
    direct('', { type: 3 }),
    replyTo(other, question, { author: BENE }),
    replyTo(ofBot('400000000000000009', {}), '👍', { author: BENE }),
    replyTo(ofBot('400000000000000009', {}), '', { mentions: [], author: BENE }),
  );
});

describe('odd text', () => {
  test.each(ODD_TEXTS.map((text, index) => [index, text.slice(0, 2000)] as const))(
    '%i is answered',
    async (_, text) => {
      const replies = [
        await answerTo(direct(text, { author: somebody() })),
        await answerTo(inChannel(`${text}${PING}`, { author: somebody() })),
      ];
      for (const { embeds } of replies) expect(embeds).toHaveLength(1);
    },
  );

  test('a message of a strange form does no harm', async () => {
    const strange = { id: '400000000000000011', channel_id: '1', content: null };
    await expectSilence(strange, { ...inChannel(PING), id: '400000000000000012', mentions: null } as never);
    expect(await answerTo({ ...direct(''), content: 5, id: '400000000000000013' } as never)).toMatchObject({
      content: expect.stringMatching(/codice [0-9a-f]{8}/),
    });
  });
});

test('only answers were posted, each within Discord’s limits', async () => {
  expect(bot.discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
  expect(bot.logged()).not.toContain(TOKEN);
  if (!specified) console.warn('Discord’s specification is not here: bodies were not compared with it');
});
