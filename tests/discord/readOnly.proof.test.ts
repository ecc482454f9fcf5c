import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { confirmationId } from '../../src/discord/maintenance/ids.ts';
import { openStore } from '../../src/maintenance/store/store.ts';
import { copyData } from '../check/copy.ts';
import { compile, until } from '../live/compiled.ts';
import { part, press, type Sender, sentBy, slash } from '../loopback/interactions.ts';
import { PROGRAMME, renamed, versionIn } from '../maintenance/store/folder.ts';
import { readOnlyMount } from '../maintenance/store/readOnlyMount.ts';
import {
  MAINTAINER,
  MANAGES,
  type MaintainedBot,
  SURFACES,
  startMaintained,
  uploaded,
} from './maintained.ts';
import { buttonOf, buttonsOf, messageOf, textOf } from './read.ts';

/** Every step is a process's, on a machine that may have other work. */
const PATIENCE = 60_000;
vi.setConfig({ testTimeout: PATIENCE });
beforeAll(compile, 2 * PATIENCE);

const maintainer: Sender = { id: MAINTAINER, permissions: MANAGES };
const asMaintainer = <I extends ReturnType<typeof slash>>(interaction: I) => sentBy(interaction, maintainer);
const status = (locale: string) => part('dataset', 'status', [], locale);
const canMount = readOnlyMount(tmpdir()) !== null;
if (!canMount) console.warn('nobody may mount here: a read-only volume is skipped');

const warnings = (bot: MaintainedBot, text: string) =>
  bot
    .logged()
    .split('\n')
    .filter((line) => line.includes(text) && line.includes('"level":40'));

describe.runIf(canMount).each(SURFACES)('with DATA_DIR on a read-only volume, over %s', (surface) => {
  let dir: string;
  let bot: MaintainedBot;
  let better: Uint8Array;
  /** Shown while the volume could be written. */
  let confirmation: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'read-only-'));
    await copyData(dir);
    const change = await renamed(dir, 'bis');
    better = change.bytes;
    const staged = await openStore(dir).stage({ files: [change] });
    const target = staged.ok ? staged.key : '';
    confirmation = confirmationId({ action: 'update', target, base: await versionIn(dir) });
    bot = await startMaintained(surface, dir, { LOG_QUESTIONS: 'missed' }, readOnlyMount(dir) ?? []);
  }, PATIENCE);
  afterAll(async () => {
    await bot.end();
    await rm(dir, { recursive: true });
  });

  test('reports and questions are one warning each, and answers go on', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const refused = await bot.send(slash('ask', { question: 'quanti zampognari nell’asse II?' }, 'it'));
      expect(textOf(messageOf(refused))).toContain('zampognari');
      const answer = messageOf(await bot.send(slash('spending', { axis: 'axis-2', measure: 'paid' }, 'it')));
      const report = await bot.send(press(buttonOf(answer, 'd'), 'it', answer));
      expect(messageOf(report).content).toContain('dillo a chi cura i dati');
    }
    await until(() => warnings(bot, 'questions without an answer cannot be kept').length > 0);
    const list = await bot.become(asMaintainer(part('dataset', 'questions', [], 'it')));
    expect(list.content).toBe('Nessuna domanda rimasta senza risposta.');
    expect(warnings(bot, 'questions without an answer cannot be kept')).toHaveLength(1);
    expect(warnings(bot, 'a report could not be kept')).toHaveLength(1);
  });

  test.each([
    ['it', /^I file dei dati sono in sola lettura \(EROFS\).*si sostituiscono i file.*li ricarica da solo/],
    ['en-GB', /^The files of the data are read-only \(EROFS\).*replace the files.*reloads them by itself/],
  ])(
    'uploads, rollbacks and confirmations are refused before anything is shown: %s',
    async (locale, line) => {
      const updated = await bot.become(asMaintainer(uploaded(bot, 'update', better, locale)));
      expect([updated.content, updated.embeds]).toEqual([expect.stringMatching(line), []]);
      expect(buttonsOf(updated)).toEqual([]);
      const back = await bot.become(asMaintainer(part('dataset', 'rollback', [], locale)));
      expect(back.content).toMatch(line);
      const confirmed = await bot.send(asMaintainer(press(confirmation, locale, { flags: 64 })));
      expect(messageOf(confirmed).content).toMatch(line);
      expect(await bot.history()).toEqual([]);
    },
  );

  test('a check still shows what would change, and the status says how the folder is', async () => {
    expect(textOf(await bot.become(asMaintainer(uploaded(bot, 'check', better))))).toMatch(/Nessun errore/);
    expect(textOf(messageOf(await bot.send(status('it'))))).toMatch(
      /Cartella dei dati.*in sola lettura.*EROFS/s,
    );
    expect(textOf(messageOf(await bot.send(status('en-US'))))).toMatch(
      /Folder of the data.*read-only.*EROFS/s,
    );
  });

  test('files that are replaced from outside, as on a volume, answer at once', async () => {
    const before = await bot.version();
    await writeFile(join(dir, PROGRAMME), better);
    const after = await bot.version();
    expect(after).not.toBe(before);
    await until(async () => textOf(messageOf(await bot.send(status('it')))).includes(after));
  });
});
