import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk } from '../desk.ts';
import { press, slash, typing } from '../loopback/interactions.ts';
import { answering } from './answering.ts';
import { type Bot, startBot, until } from './bot.ts';
import { buttonOf, messageOf } from './read.ts';

describe('an interaction that the gateway delivers twice, as after a cut', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot({ desk });
    await until(bot.gateway.ready);
  });
  afterAll(() => bot.end());

  const shared = () => {
    const answer = messageOf(answering(desk)(slash('spending', { axis: 'axis-2' }, 'it')));
    return press(buttonOf(answer, 's'), 'it');
  };

  test.each([
    ['a command', () => slash('spending', { axis: 'axis-2' }, 'it')],
    ['letters typed', () => typing('axis', 'axis', 'incl', 'it')],
    ['a Share', shared],
  ])('is answered once: %s', async (_, make) => {
    const interaction = make();
    await bot.discord.interact(interaction);
    bot.discord.deliver(interaction);
    // What comes later is answered, so what came before would have been.
    await bot.discord.interact(slash('help', {}, 'it'));
    expect(bot.discord.callbacks(interaction.id)).toHaveLength(1);
    expect(bot.logged()).not.toMatch(/"level":50/);
  });
});
