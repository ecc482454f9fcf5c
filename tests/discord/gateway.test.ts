import { describe, expect, test } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { slash } from '../loopback/interactions.ts';
import { type Bot, TOKEN, until, withBot } from './bot.ts';

/** No command is needed to see whether an interaction is answered. */
const desk = { catalogue: new Map() } as unknown as Desk;
const hello = () => slash('hello', {}, 'it');
const IDENTIFY = 2;
const RESUME = 6;

function count(bot: Bot, opcode: number): number {
  return bot.discord.received.filter((op) => op === opcode).length;
}

describe.concurrent('on Discord', () => {
  describe('the gateway', () => {
    test('logs in without intents that nobody needs and answers', async () => {
      await withBot({ desk }, async ({ discord, gateway }) => {
        await until(gateway.ready);
        const { body, problems } = await discord.interact(hello());
        expect(problems).toEqual([]);
        expect(body).toMatchObject({ type: 4, data: { flags: 64 } });
      });
    });

    test('resumes after a cut and answers again', async () => {
      await withBot({ desk }, async (bot) => {
        await until(bot.gateway.ready);
        bot.discord.drop(4000);
        await until(() => count(bot, RESUME) === 1 && bot.gateway.ready());
        await bot.discord.interact(hello());
        expect(count(bot, IDENTIFY)).toBe(1);
      });
    });

    test('keeps trying while Discord is down, and is not ready meanwhile', async () => {
      await withBot({ desk, behaviour: { up: false } }, async (bot) => {
        await until(() => bot.logged().includes('trying again'));
        expect(bot.gateway.ready()).toBe(false);
        bot.discord.behaviour.up = true;
        await until(bot.gateway.ready);
        await bot.discord.interact(hello());
      });
    });

    test('waits for its session budget instead of leaving', async () => {
      await withBot({ desk, behaviour: { sessionsLeft: 0, resetAfter: 1100 } }, async (bot) => {
        await until(() => bot.logged().includes('"retryInMs":1100'));
        expect(bot.discord.received).toEqual([]);
        bot.discord.behaviour.sessionsLeft = 1000;
        await until(bot.gateway.ready);
      });
    });

    test.each([
      ['no READY', { identify: 'silent' as const }],
      ['no HELLO', { hello: false }],
    ])('starts anew after %s, with one IDENTIFY a try and one answer in the end', async (_, behaviour) => {
      await withBot({ desk, behaviour, patience: { readyMs: 300, reconnectMs: 300 } }, async (bot) => {
        await until(() => bot.logged().includes('the gateway is silent'));
        Object.assign(bot.discord.behaviour, { identify: 'ready', hello: true });
        await until(bot.gateway.ready);
        await new Promise((resolve) => setTimeout(resolve, 700));
        const tries = bot.logged().split('the gateway is silent').length;
        expect(count(bot, IDENTIFY)).toBeGreaterThan(0);
        expect(count(bot, IDENTIFY)).toBeLessThanOrEqual(tries);
        const interaction = hello();
        await bot.discord.interact(interaction);
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(bot.discord.callbacks(interaction.id)).toHaveLength(1);
      });
    });

    test('ends and says what to change when the token is refused', async () => {
      await withBot({ desk, behaviour: { token: 'refused' } }, async ({ gateway, discord }) => {
        expect(await gateway.ended).toMatch(/does not accept the bot token \(401\).*DISCORD_TOKEN/);
        expect(discord.sent).toHaveLength(1);
      });
    });

    test.each([4004, 4010, 4011, 4012, 4013, 4014])(
      'ends after one IDENTIFY closed with %i',
      async (code) => {
        await withBot({ desk, behaviour: { identify: code } }, async (bot) => {
          expect(await bot.gateway.ended).toContain(`(${code})`);
          expect(bot.gateway.ready()).toBe(false);
          expect(count(bot, IDENTIFY)).toBe(1);
        });
      },
    );

    test('ends when the token is taken back while it runs', async () => {
      await withBot({ desk }, async ({ discord, gateway }) => {
        await until(gateway.ready);
        discord.drop(4004);
        expect(await gateway.ended).toContain('(4004)');
      });
    });
  });

  describe('an answer that Discord does not take', () => {
    test.each([
      ['unknown', 'expired', 1],
      ['fail', 'did not arrive', 2],
      ['hang', 'did not arrive', 1],
      ['cutAlways', 'not known', 2],
    ] as const)(
      '%s: is logged without tokens, sent again only after a failure of Discord’s, and the bot goes on',
      async (callback, line, times) => {
        await withBot({ desk }, async ({ discord, gateway, logged }) => {
          await until(gateway.ready);
          discord.behaviour.callback = callback;
          const interaction = hello();
          await discord.interact(interaction);
          await until(() => logged().includes(line));
          expect(logged()).toMatch(/"ageMs":\d+/);
          discord.behaviour.callback = 'accept';
          await discord.interact(hello());
          expect(discord.callbacks(interaction.id)).toHaveLength(times);
          expect(logged()).not.toContain(interaction.token);
          expect(logged()).not.toContain(TOKEN);
        });
      },
    );
  });

  test.each([
    ['called a failure', 'lost'],
    ['cut the connection after', 'cut'],
  ] as const)('an answer that Discord took and %s counts as arrived', async (_, callback) => {
    await withBot({ desk, behaviour: { callback } }, async ({ discord, gateway, logged }) => {
      await until(gateway.ready);
      const interaction = hello();
      await discord.interact(interaction);
      await until(() => logged().includes('"answered"'));
      expect(discord.callbacks(interaction.id)).toHaveLength(2);
      expect(logged()).not.toContain('did not arrive');
    });
  });

  test('an answer that is rate limited arrives later, and the log says why', async () => {
    await withBot({ desk }, async ({ discord, gateway, logged }) => {
      await until(gateway.ready);
      discord.behaviour.callback = 'limit';
      const interaction = hello();
      await discord.interact(interaction);
      discord.behaviour.callback = 'accept';
      await until(() => discord.callbacks(interaction.id).length === 2);
      expect(logged()).toContain('rate limited by Discord');
      expect(logged()).not.toContain(interaction.token);
    });
  });

  test('an interaction that discord.js cannot make an object of is answered like any other', async () => {
    await withBot({ desk }, async ({ discord, gateway }) => {
      await until(gateway.ready);
      const strange = { ...hello(), data: { id: '1', name: 'profile', type: 2, target_id: '1' } };
      expect((await discord.interact(strange)).body).toMatchObject({ type: 4, data: { flags: 64 } });
    });
  });

  test('of an answer that may have arrived the log does not say that it did not', async () => {
    await withBot({ desk, behaviour: { callback: 'fail' } }, async ({ discord, gateway, logged }) => {
      await until(gateway.ready);
      await discord.interact(hello());
      await until(() => logged().includes('not known which'));
      discord.behaviour.callback = 'taken';
      await discord.interact(hello());
      await until(() => /"msg":"the answer did not arrive"/.test(logged()));
    });
  });

  test('a clock that is wrong is one warning, and everything is answered', async () => {
    await withBot({ desk }, async ({ discord, gateway, logged }) => {
      await until(gateway.ready);
      for (let count = 0; count < 50; count += 1) {
        const { id, ...rest } = hello();
        const early = { ...rest, id: String(BigInt(id) + (3_600_000n << 22n)) };
        expect((await discord.interact(early)).body).toMatchObject({ type: 4 });
      }
      expect(logged().match(/the clock of this machine seems to be behind Discord's/g)).toHaveLength(1);
      expect(logged()).toMatch(/"skewMs":-3[56]\d{5},/);
    });
  });

  describe('stopping', () => {
    test('finishes the answer in flight and takes no further interaction', async () => {
      await withBot({ desk, behaviour: { callbackMs: 300 } }, async ({ discord, gateway, logged }) => {
        await until(gateway.ready);
        await discord.interact(hello());
        expect(logged()).not.toContain('"answered"');
        const stopped = gateway.stop();
        const late = hello();
        discord.deliver(late);
        await stopped;
        expect(logged()).toContain('"answered"');
        expect(discord.callbacks(late.id)).toEqual([]);
        expect(await gateway.ended).toBeNull();
        expect(gateway.ready()).toBe(false);
      });
    });

    test('leaves while an answer hangs and the connection is lost', async () => {
      await withBot({ desk, behaviour: { callback: 'hang' } }, async ({ discord, gateway }) => {
        await until(gateway.ready);
        await discord.interact(hello());
        discord.behaviour.hello = false;
        discord.drop(4000);
        await gateway.stop();
        expect(await gateway.ended).toBeNull();
      });
    });

    test('stops while it waits to try again', async () => {
      await withBot({ desk, behaviour: { up: false } }, async ({ gateway, logged }) => {
        await until(() => logged().includes('trying again'));
        await gateway.stop();
        expect(await gateway.ended).toBeNull();
      });
    });
  });
});
