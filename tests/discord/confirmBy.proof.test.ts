import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { copyData } from '../check/copy.ts';
import { runProgram } from '../http/served.ts';
import { compile } from '../live/compiled.ts';
import { part, pick, press, type Sender, sentBy, type slash } from '../loopback/interactions.ts';
import { renamed } from '../maintenance/store/folder.ts';
import {
  type Edited,
  MANAGES,
  type MaintainedBot,
  SURFACES,
  startMaintained,
  uploaded,
} from './maintained.ts';
import { buttonsOf, messageOf, selectsOf, textOf } from './read.ts';

const [ADA, BIA] = ['500000000000000011', '500000000000000022'] as const;
const TWO = { MAINTAINER_IDS: `${ADA},${BIA}`, CONFIRM_BY: 'another' };

/** Every step is a process's, on a machine that may have other work. */
const PATIENCE = 60_000;
vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });
beforeAll(compile, 2 * PATIENCE);

const as = <I extends ReturnType<typeof slash>>(id: string, interaction: I) =>
  sentBy(interaction, { id, permissions: MANAGES } satisfies Sender);
const confirmOf = (edited: Edited) => buttonsOf(edited)[0] ?? '';
const OWN =
  'L’hai chiesto tu: deve confermare un altro manutentore, con il pulsante di questo messaggio. Non è cambiato nulla.';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'two-people-'));
  await copyData(dir);
});
afterEach(() => rm(dir, { recursive: true }));

async function withBots(
  surfaces: readonly (typeof SURFACES)[number][],
  use: (...bots: MaintainedBot[]) => Promise<void>,
): Promise<void> {
  const bots: MaintainedBot[] = [];
  try {
    for (const surface of surfaces) bots.push(await startMaintained(surface, dir, TWO));
    await use(...bots);
  } finally {
    for (const bot of bots) await bot.end();
  }
}

const pressed = async (bot: MaintainedBot, who: string, id: string) =>
  messageOf(await bot.send(as(who, press(id, 'it'))));

async function offered(bot: MaintainedBot, who: string, ending: string): Promise<Edited> {
  return bot.become(as(who, uploaded(bot, 'update', (await renamed(dir, ending)).bytes)));
}

describe.each(SURFACES)('CONFIRM_BY=another, over %s', (surface) => {
  test('who uploads cannot confirm, another maintainer can, and the history has both', () =>
    withBots([surface], async (bot) => {
      const first = await bot.version();
      const asked = as(ADA, uploaded(bot, 'update', (await renamed(dir, 'bis')).bytes));
      // The message must be there for another maintainer to press.
      expect((await bot.send(asked)).data?.flags ?? 0).toBe(0);
      const offer = await offered(bot, ADA, 'bis');
      expect(textOf(offer)).toContain(
        'Chiesto da anna. Deve confermare un altro manutentore: per questo si vede in tutto il canale.',
      );
      for (const _ of ['once', 'twice']) {
        const { flags, content } = await pressed(bot, ADA, confirmOf(offer));
        expect([flags, content]).toEqual([64, OWN]);
      }
      const english = messageOf(await bot.send(as(ADA, press(confirmOf(offer), 'en-GB'))));
      expect(english.content).toMatch(/^You asked for this: another maintainer must confirm it/);
      expect([await bot.version(), await bot.history()]).toEqual([first, []]);

      const done = await bot.become(as(BIA, press(confirmOf(offer), 'it')));
      expect(textOf(done)).toContain(`chiesto da anna (${ADA}), confermato da anna (${BIA})`);
      expect(await bot.version()).not.toBe(first);
      expect(await bot.history()).toMatchObject([
        { action: 'apply', askedBy: `anna (${ADA})`, by: `anna (${BIA})` },
      ]);
      expect((await pressed(bot, BIA, confirmOf(offer))).content).toMatch(/^Questa anteprima non vale più/);
      expect(bot.logged()).not.toMatch(/"level":50/);
    }));

  test('who manages the server but is no maintainer cannot confirm either', () =>
    withBots([surface], async (bot) => {
      const first = await bot.version();
      const offer = await offered(bot, ADA, 'bis');
      for (const sender of [
        { id: '500000000000000033', permissions: MANAGES },
        { id: BIA, permissions: '0' },
        { id: BIA, dm: true },
      ] as const) {
        const { flags, content } = messageOf(await bot.send(sentBy(press(confirmOf(offer), 'it'), sender)));
        expect([flags, content]).toEqual([64, expect.stringMatching(/^Solo i manutentori/)]);
      }
      expect(await bot.version()).toBe(first);
    }));

  test('a rollback takes two people as well, also where one of them only chose from the menu of the other', () =>
    withBots([surface], async (bot) => {
      const first = await bot.version();
      await bot.become(as(BIA, press(confirmOf(await offered(bot, ADA, 'bis')), 'it')));
      const second = await bot.version();
      const menu = await bot.become(as(ADA, part('dataset', 'rollback', [], 'it')));
      expect(selectsOf(menu)).toEqual([first]);
      const chosen = await bot.become(as(BIA, pick('1v', first, 'it')));
      expect((await pressed(bot, BIA, confirmOf(chosen))).content).toBe(OWN);
      expect(await bot.version()).toBe(second);
      const done = await bot.become(as(ADA, press(confirmOf(chosen), 'it')));
      expect(textOf(done)).toContain('Versione ripristinata');
      expect(await bot.version()).toBe(first);
      expect(await bot.history()).toMatchObject([
        {},
        { action: 'rollback', askedBy: `anna (${BIA})`, by: `anna (${ADA})` },
      ]);
      // What was asked for before the rollback counts no more: who undid it alone could otherwise redo it alone.
      const again = await offered(bot, BIA, 'bis');
      expect((await pressed(bot, BIA, confirmOf(again))).content).toBe(OWN);
    }));

  test('two who both uploaded the same file have both asked for it, and each may confirm', () =>
    withBots([surface], async (bot) => {
      const offer = await offered(bot, ADA, 'bis');
      await offered(bot, BIA, 'bis');
      const done = await bot.become(as(ADA, press(confirmOf(offer), 'it')));
      expect(textOf(done)).toContain('Dati aggiornati');
      expect(await bot.history()).toMatchObject([{ askedBy: `anna (${BIA})`, by: `anna (${ADA})` }]);
    }));

  test('a button that this bot did not make, or whose proposal is lost, confirms nothing', () =>
    withBots([surface], async (bot) => {
      const first = await bot.version();
      const offer = await offered(bot, ADA, 'bis');
      const file = join(dir, '.history', 'proposals.json');
      const forged = confirmOf(offer).replace(/^(1u:)[0-9a-f]{16}/, `$1${'0'.repeat(16)}`);
      expect((await pressed(bot, BIA, forged)).content).toMatch(/^Questa anteprima non vale più/);
      const kept = await readFile(file, 'utf8');
      for (const text of ['', '[{}]', kept.replace(/"at":"\d{4}/, '"at":"2019')]) {
        await writeFile(file, text);
        expect((await pressed(bot, BIA, confirmOf(offer))).content, text).toMatch(
          /^Questa anteprima non vale più/,
        );
      }
      expect([await bot.version(), await bot.history()]).toEqual([first, []]);
    }));

  test('a check stays between the bot and who asked', () =>
    withBots([surface], async (bot) => {
      const asked = as(ADA, uploaded(bot, 'check', (await renamed(dir, 'bis')).bytes));
      expect((await bot.send(asked)).data?.flags).toBe(64);
    }));
});

test('the same person on another replica, and after a restart, is still who asked', async () => {
  let confirm = '';
  await withBots(['gateway', 'signed HTTP'], async (one, other) => {
    const offer = await offered(one, ADA, 'bis');
    confirm = confirmOf(offer);
    expect((await pressed(other, ADA, confirm)).content).toBe(OWN);
  });
  await withBots(['signed HTTP', 'gateway'], async (one, other) => {
    expect((await pressed(one, ADA, confirm)).content).toBe(OWN);
    expect(textOf(await other.become(as(BIA, press(confirm, 'it'))))).toContain('Dati aggiornati');
  });
});

test.each(['start', 'serve'])('with one maintainer, %s ends with 78 and one line', async (bin) => {
  const program = runProgram(bin, { DATA_DIR: dir, CONFIRM_BY: 'another', MAINTAINER_IDS: ADA });
  expect(await program.ended).toBe(78);
  expect(program.said.err.trim().split('\n')).toEqual([
    expect.stringMatching(/^CONFIRM_BY .*two different users in MAINTAINER_IDS/),
  ]);
});
