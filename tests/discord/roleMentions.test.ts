import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snowflake, USER } from '../loopback/interactions.ts';
import { direct, inChannel, PING, replyTo, SELF } from '../loopback/messages.ts';
import { type Bot, answerTo as posted, startBot, until } from './bot.ts';
import type { Message } from './read.ts';
import { realDesk } from './realDesk.ts';

const GUILD = '700000000000000001';
const LOCKED = '700000000000000099';
const OWN = '600000000000000001';
const OTHER = '600000000000000002';
const ROLES = [
  { id: GUILD },
  { id: OTHER, tags: { bot_id: '900000000000000002' } },
  { id: OWN, tags: { bot_id: SELF } },
];
let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ desk: await realDesk(), behaviour: { roles: new Map([[GUILD, ROLES]]) } });
  await until(bot.gateway.ready);
});
afterAll(() => bot.end());

const somebody = () => ({ ...USER, id: snowflake() });
const answerTo = (said: { readonly id: string }) => posted<Message>(bot, said);
const titleOf = (message: Message) => message.embeds?.[0]?.title;
/** As Discord delivers it without the privileged intent. */
const toRoles = (roles: readonly string[], changes: object = {}) =>
  inChannel('', { author: somebody(), mention_roles: roles, ...changes });
const QUESTION = 'quanto ha certificato l’asse II?';

async function expectSilence(...said: readonly { readonly id: string }[]): Promise<void> {
  for (const each of said) bot.discord.say(each);
  await answerTo(direct('aiuto', { author: somebody() }));
  expect(said.flatMap(({ id }) => bot.discord.repliesTo(id))).toEqual([]);
}

describe('a mention of the bot’s own role', () => {
  test('says how to ask where Discord gives no text', async () => {
    const message = await answerTo(toRoles([OTHER, OWN]));
    expect(message.content).toContain(`menziona me, ${PING}`);
    expect(message).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
    expect(bot.discord.sent.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('is answered like a mention where the text is there', async () => {
    const said = inChannel(`<@&${OWN}> ${QUESTION}`, { author: somebody() });
    expect(titleOf(await answerTo(said))).toContain('Asse II');
  });

  test('asks Discord for the roles of a server once, and of no other message', async () => {
    const asked = () => bot.discord.sent.filter(({ path }) => path === `/guilds/${GUILD}/roles`).length;
    await answerTo(toRoles([OWN]));
    const before = asked();
    await answerTo(toRoles([OWN]));
    await answerTo(inChannel(`${PING} aiuto`, { author: somebody() }));
    expect([before, asked()]).toEqual([1, 1]);
  });

  test('is not that of another role, of another bot, of an unreadable server or by a bot', async () => {
    await expectSilence(
      toRoles([OTHER]),
      toRoles([GUILD]),
      toRoles([OWN], { guild_id: LOCKED }),
      toRoles([OWN], { author: { ...somebody(), bot: true } }),
      inChannel(`<@&${OTHER}> ${QUESTION}`, { author: somebody() }),
    );
  });
});

describe('a mention in reply to somebody else', () => {
  const asked = (content: string) => inChannel(content, { author: somebody() });
  const pinging = (replied: object & { readonly id: string }, content: string, changes: object = {}) =>
    replyTo(replied, content, { author: somebody(), mentions: [{ ...USER, id: SELF }], ...changes });

  test('answers that person’s question where it has none of its own', async () => {
    expect(titleOf(await answerTo(pinging(asked(QUESTION), PING)))).toContain('Asse II');
    expect(titleOf(await answerTo(pinging(asked('how much has axis II certified?'), `${PING} ?`)))).toContain(
      'Axis II',
    );
  });

  test('answers its own question where it has one', async () => {
    const said = pinging(asked(QUESTION), `${PING} quanto ha pagato l’asse I?`);
    expect(titleOf(await answerTo(said))).toContain('Asse I');
    expect(titleOf(await answerTo(said))).not.toContain('Asse II');
  });

  test('does not go on from what who mentions asked before', async () => {
    const author = somebody();
    await answerTo(inChannel(`${PING} ${QUESTION}`, { author }));
    const message = await answerTo(pinging(asked('e l’asse III?'), PING, { author }));
    expect(titleOf(message)).not.toContain('spesa certificata');
  });

  test('says how to ask where the text of that message is not there', async () => {
    const message = await answerTo(pinging(asked(''), PING));
    expect(message.content).toContain('App › Chiedi al bot');
    const { content } = await answerTo(pinging(asked(''), '', { mentions: [], mention_roles: [OWN] }));
    expect(content).toContain('App › Chiedi al bot');
  });
});
