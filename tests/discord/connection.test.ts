import type { APIInteraction } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { countedOf } from '../../src/discord/counted.ts';
import { type Connection, newConnection } from '../../src/discord/gateway/connection.ts';
import { line } from '../../src/discord/outgoing.ts';
import { ofType, press, slash, typing } from '../loopback/interactions.ts';
import { until, withBot } from './bot.ts';
import { realDesk } from './realDesk.ts';

const desk = await realDesk();
const hello = () => slash('axis', { axis: 'axis-2' }, 'it');

const SILENT_MS = 1000;

type Logged = { readonly level: string; readonly message: string } & Record<string, unknown>;

/** A connection and what it logs; `warn` is how whatever holds it says that something went wrong. */
function logging(now?: () => number): { connection: Connection; lines: Logged[] } {
  const lines: Logged[] = [];
  const at = (level: string) => (details: object, message: string) =>
    void lines.push({ level, message, ...details });
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { connection: newConnection(log, SILENT_MS, now), lines };
}

describe('the log of a connection', () => {
  test('has one line when it is lost and one when it is back, with how long and after how many attempts', () => {
    const { connection, lines } = logging();
    connection.up();
    connection.up();
    connection.down({ shard: 0 });
    connection.down({});
    connection.trying();
    connection.trying();
    connection.up();
    expect(lines).toEqual([
      { level: 'info', message: 'connected to Discord' },
      { level: 'warn', message: 'the connection to Discord is lost', shard: 0 },
      { level: 'info', message: 'connected to Discord again', awayMs: expect.any(Number), attempts: 2 },
    ]);
  });

  test('says each trouble of an outage once, and at debug from then on', () => {
    const { connection, lines } = logging();
    const outage = () => {
      for (const message of ['cannot log in', 'trying again', 'cannot log in', 'trying again']) {
        connection.log.warn({}, message);
      }
    };
    const levels = () => lines.splice(0).map(({ level }) => level);
    outage();
    expect(levels()).toEqual(['warn', 'warn', 'debug', 'debug']);
    connection.up();
    connection.log.warn({}, 'rate limited');
    connection.log.warn({}, 'rate limited');
    expect(levels()).toEqual(['info', 'warn', 'warn']);
    connection.down({});
    outage();
    expect(levels()).toEqual(['warn', 'warn', 'warn', 'debug', 'debug']);
  });
});

describe('only a restart can help', () => {
  let clock = 0;
  const { connection } = logging(() => clock);
  const { live, heard, trying, resting, up, down } = connection;
  const liveIn = (ms: number) => {
    clock += ms;
    return live();
  };

  test('once nothing has happened for too long, whether connected or not', () => {
    for (const happens of [heard, trying, up, () => down({})]) {
      happens();
      expect([liveIn(SILENT_MS - 1), liveIn(1)]).toEqual([true, false]);
    }
  });

  test('not while it waits, however long, to try again', () => {
    resting(60_000);
    expect([liveIn(60_000), liveIn(SILENT_MS - 1), liveIn(1)]).toEqual([true, true, false]);
    trying();
    expect(live()).toBe(true);
  });

  test('which is counted from what Discord sent last', () => {
    heard();
    clock += 700;
    expect(connection.now().eventAgeMs).toBe(700);
  });
});

describe('a bot on the gateway', () => {
  test('knows when Discord last sent something, how often it was away, and that it stops', () =>
    withBot({ desk }, async ({ discord, gateway, logged }) => {
      expect(gateway.connection()).toEqual({ connected: false, eventAgeMs: null, losses: 0 });
      await until(gateway.ready);
      await discord.interact(hello());
      expect(gateway.connection()).toMatchObject({ connected: true, losses: 0 });
      discord.drop(4000);
      await until(() => gateway.connection().losses === 1 && gateway.ready());
      const lines = logged().split('\n');
      expect(lines.filter((line) => line.includes('is lost'))).toHaveLength(1);
      expect(lines.filter((line) => line.includes('connected to Discord again'))).toHaveLength(1);
      const stopped = gateway.stop();
      expect(gateway.ready()).toBe(false);
      await stopped;
      expect(gateway.connection().losses).toBe(1);
    }));

  test('takes itself for dead when nothing happens for too long, and for alive when something does', () =>
    withBot({ desk, patience: { readyMs: 9000, reconnectMs: 9000, silentMs: 150 } }, async (bot) => {
      const { discord, gateway } = bot;
      await until(gateway.ready);
      await until(() => !gateway.live());
      expect(gateway.ready()).toBe(true);
      await until(() => {
        discord.deliver(hello());
        return gateway.live();
      });
    }));

  test('says for how long Discord makes it wait', () =>
    withBot({ desk, behaviour: { loginLimit: 1.5 } }, async ({ gateway, logged }) => {
      await until(() => /"retryInMs":1[5-9]\d\d,/.test(logged()));
      await until(gateway.ready);
    }));
});

describe('what is counted', () => {
  const counted = (interaction: object) => countedOf(interaction as APIInteraction, line(''), desk);
  const strange = 'una-domanda-che-nessuno-deve-leggere';

  test.each([
    ['a command that nobody registered', slash(strange, {}, 'it'), 'command'],
    ['typing in one', typing(strange, 'axis', strange, 'it'), 'autocomplete'],
    ['a press on what the bot never drew', press(`2a:${strange}`, 'it'), 'press'],
    ['a form', ofType(5, { custom_id: strange, components: [] }, 'it'), 'modal'],
    ['a kind that does not exist', ofType(99, { name: strange }, 'it'), 'unknown'],
    ['a kind that is no number', { ...ofType(2, { name: strange }, 'it'), type: 'constructor' }, 'unknown'],
    ['nothing in it', { ...ofType(2, {}, 'it'), data: undefined }, 'command'],
  ])('%s has labels of the program’s own', (_, interaction, kind) => {
    const labels = counted(interaction);
    expect(labels.kind).toBe(kind);
    expect(['unknown', 'none']).toContain(labels.command);
    expect(JSON.stringify(labels)).not.toContain(strange);
  });
});
