import { expect, test } from 'vitest';
import { phrases } from '../../src/locale/phrases.ts';
import { pick, press, slash } from '../loopback/interactions.ts';
import { invocations } from './answering.ts';
import { type Bot, until, withBot } from './bot.ts';
import { actionOf, buttonsOf, type Callback, isPage, type Message, selectsOf } from './read.ts';
import { realDesk } from './realDesk.ts';

type Left = { readonly asked: string; readonly message: Message };

async function deliver({ discord, gateway }: Bot, interaction: { readonly id: string }): Promise<Message> {
  await until(gateway.ready);
  const { body, problems } = await discord.interact(interaction);
  expect(problems).toEqual([]);
  const { data } = body as Callback;
  if (!data) throw new Error('no message');
  return data;
}

/** What the bot left in the channels before it ended: every command with every option, for one and for all. */
async function leave(locale: string): Promise<readonly Left[]> {
  const desk = await realDesk();
  const left: Left[] = [];
  await withBot({ desk }, async (bot) => {
    for (const { name, options } of invocations(desk)) {
      const asked = `${name} ${JSON.stringify(options)}`;
      left.push({ asked, message: await deliver(bot, slash(name, options, locale)) });
      const open = await deliver(bot, slash(name, { ...options, private: false }, locale));
      left.push({ asked: `${asked} for all`, message: open });
    }
  });
  return left;
}

test.each(['it', 'en-US'] as const)(
  'whatever was left before a restart works after it (%s)',
  async (locale) => {
    const left = await leave(locale);
    const words = phrases[locale === 'it' ? 'it' : 'en'];
    const pressed = new Set<string>();
    await withBot({ desk: await realDesk() }, async (bot) => {
      for (const { asked, message } of left) {
        const { flags, embeds, components } = message;
        for (const id of buttonsOf(message).filter((each) => !pressed.has(each))) {
          pressed.add(id);
          const answer = await deliver(bot, press(id, locale, { flags, embeds, components }));
          expect(answer.content, `${asked} ${id}`).not.toBe(words.outdated);
          if (actionOf(id) === 's' && !isPage(id)) expect(answer.embeds, `${asked} ${id}`).toEqual(embeds);
        }
        for (const value of selectsOf(message).filter((each) => !pressed.has(each))) {
          pressed.add(value);
          const answer = await deliver(bot, pick('2c', value, locale, { flags }));
          expect(answer.embeds?.length, `${asked} ${value}`).toBeGreaterThan(0);
        }
      }
    });
    expect(new Set([...pressed].map((id) => id.slice(0, 2)))).toEqual(
      new Set(['2a', '2s', '2o', '2x', '2d', '2r']),
    );
  },
);
