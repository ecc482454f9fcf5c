import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { type LiveDesk, openLiveDesk } from '../../src/live/liveDesk.ts';
import type { Finding } from '../../src/model/finding.ts';
import { DATA } from '../check/copy.ts';
import { unprivileged } from '../maintenance/store/folder.ts';
import { compile, until, worker } from './compiled.ts';
import { DAMAGES, type Damage, seeded } from './damages.ts';

const catalogue = await loadCatalogue();
const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent, debug: silent };

beforeAll(compile);
/** The real dataset, but for years that would only make loading it longer. */
async function restore(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await mkdir(join(dir, 'snapshots'), { recursive: true });
  const files = ['programme.json', 'snapshots/2014-12-31.json', 'snapshots/2020-12-31.json'];
  for (const file of files) await copyFile(join(DATA, file), join(dir, file));
}

type Bot = { readonly live: LiveDesk; readonly dir: string };

/** A bot's desk that follows a copy of the real dataset, by looking at its files as it does in the bot. */
async function withBot(use: (bot: Bot) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'damages-'));
  await restore(dir);
  const opened = await openLiveDesk({ dir, catalogue, log, worker: worker() });
  if (!opened.ok) throw new Error('the dataset has findings: npm run check:data');
  try {
    await use({ live: opened.live, dir });
  } finally {
    await opened.live.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const QUESTIONS = [
  'quanto ha certificato l’asse II?',
  'dotazione',
  'how much is left to commit on axis IV?',
  'CR03',
];

function answer(desk: Desk, question: string): string {
  const reply = ask(desk, { command: 'ask', options: { question }, locale: 'it' });
  return JSON.stringify(reply, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

const answers = (desk: Desk): readonly string[] => QUESTIONS.map((question) => answer(desk, question));

/** Spoils the folder, asks until the bot has found out and then once more, and makes it good again. */
async function refusal({ spoil }: Damage, { live, dir }: Bot, before: readonly string[]) {
  const desk = live.desk();
  await spoil(dir);
  const spoilt = new Date();
  for (let at = 0; live.status().last.at <= spoilt; at = (at + 1) % QUESTIONS.length) {
    expect(answer(live.desk(), QUESTIONS[at] ?? '')).toBe(before[at]);
    await delay(100);
  }
  const { last } = live.status();
  expect(live.desk()).toBe(desk);
  await restore(dir);
  return last;
}

const namesPlace = (file: string) => (finding: Finding) =>
  finding.severity === 'error' &&
  (finding.file === file || finding.rule === 'loads') &&
  (finding.line !== null || ['readable', 'encoding', 'file-name', 'loads'].includes(finding.rule)) &&
  finding.message.it !== '' &&
  finding.advice.it !== '';

/**
 * A swap is found out where the figure is printed elsewhere, is quoted, or is part of a sum. What no rule can know is a
 * figure that was copied wrongly and consistently, value and print, where the source prints it once and nothing adds up
 * to it; nor can one know words that say something else: these the reader of the change must see.
 */
describe.concurrent.each([0, 1, 2, 3])('a bot whose dataset is damaged, part %i', (part) => {
  it('goes on from the last good one, and says what is wrong where', { timeout: 300_000 }, () =>
    withBot(async (bot) => {
      const damages = DAMAGES.filter((_, at) => at % 4 === part);
      expect(damages.length).toBeGreaterThan(25);
      const before = answers(bot.live.desk());
      for (const damage of damages) {
        const { outcome, findings } = await refusal(damage, bot, before);
        expect([damage.name, outcome]).toEqual([damage.name, 'bad']);
        expect([damage.name, findings.filter(namesPlace(damage.file)).length > 0, findings[0]]).toEqual([
          damage.name,
          true,
          findings[0],
        ]);
      }
      await until(() => bot.live.status().last.outcome === 'unchanged');
      expect(answers(bot.live.desk())).toEqual(before);
    }),
  );
});

it('does not take a file that it may not read for none', { timeout: 60_000 }, () =>
  withBot(async ({ live, dir }) => {
    await chmod(dir, 0o755);
    await chmod(join(dir, 'snapshots/2020-12-31.json'), 0);
    await unprivileged(() => until(() => live.status().last.outcome === 'bad'));
    expect(live.status().last.findings).toMatchObject([
      { file: 'snapshots/2020-12-31.json', rule: 'readable' },
    ]);
    expect(live.status().last.findings[0]?.message.en).toContain('EACCES');
  }),
);

it('takes no cut in the middle of a file for another figure', { timeout: 120_000 }, () =>
  withBot(async ({ live, dir }) => {
    const figures = ({ dataset }: Desk) =>
      dataset.snapshots.map((snapshot) =>
        snapshot.figures.map(({ source, value }) => [source.printed, value]),
      );
    const before = figures(live.desk());
    const random = seeded(2020);
    for (let turn = 0; turn < 12; turn += 1) {
      const path = join(dir, turn % 2 === 0 ? 'programme.json' : 'snapshots/2020-12-31.json');
      const good = await readFile(path);
      const [at, length] = [Math.floor(random() * good.length), 1 + Math.floor(random() * 200)];
      await writeFile(path, Buffer.concat([good.subarray(0, at), good.subarray(at + length)]));
      const { outcome } = await live.reload('asked');
      expect(outcome === 'bad' || figures(live.desk())).toEqual(outcome === 'bad' || before);
      await writeFile(path, good);
    }
  }),
);

it('is not ended by what its thread cannot hold', { timeout: 180_000 }, () =>
  withBot(async ({ live, dir }) => {
    await writeFile(join(dir, 'programme.json'), `[${'{"a":0},'.repeat(900_000)}0]`);
    expect((await live.reload('asked')).findings).toMatchObject([{ file: '.', rule: 'loads' }]);
    await truncate(join(dir, 'programme.json'), 0);
    expect((await live.reload('asked')).findings).toMatchObject([{ file: 'programme.json', rule: 'json' }]);
  }),
);
