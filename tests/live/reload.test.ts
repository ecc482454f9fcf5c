import { mkdtemp, readFile, rename, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIInteraction } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { respond } from '../../src/discord/respond.ts';
import { type LiveDesk, type LiveOptions, openLiveDesk } from '../../src/live/liveDesk.ts';
import { versionOf } from '../../src/load/version.ts';
import { openStore } from '../../src/maintenance/store/store.ts';
import { newMemory } from '../../src/memory/memory.ts';
import { answering } from '../discord/answering.ts';
import { messageOf } from '../discord/read.ts';
import { slash } from '../loopback/interactions.ts';
import { compile, until, worker } from './compiled.ts';
import { mountDataset, smallDataset, writeDataset } from './small.ts';

beforeAll(compile);

const [OLD, NEW] = [smallDataset(3), smallDataset(7)];
const [OLD_VERSION, NEW_VERSION] = [versionOf(OLD), versionOf(NEW)];
const catalogue = await loadCatalogue();

type Bot = {
  readonly dir: string;
  readonly live: LiveDesk;
  readonly logged: readonly { readonly level: string; readonly message: string }[];
};

/** A bot's desk that follows a folder, which `place` fills. */
async function withBot(
  use: (bot: Bot) => Promise<void>,
  { place = writeDataset, ...options }: Partial<LiveOptions> & { place?: typeof writeDataset } = {},
): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'reload-'));
  const logged: { level: string; message: string }[] = [];
  const at = (level: string) => (details: object, message: string) =>
    logged.push({ level, message, ...details });
  const log = {
    info: at('info'),
    error: at('error'),
    debug: at('debug'),
  };
  await place(dir, OLD);
  const opened = await openLiveDesk({ dir, catalogue, log, worker: worker(), ...options });
  if (!opened.ok) throw new Error('the small dataset has findings');
  try {
    await use({ dir, live: opened.live, logged });
  } finally {
    await opened.live.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const version = (live: LiveDesk) => live.desk().dataset.version;
const followed = (live: LiveDesk) => until(() => version(live) === NEW_VERSION);
const bytesOf = (file: string) => NEW.find((each) => each.file === file)?.bytes ?? Buffer.alloc(0);

describe.concurrent('a running bot follows its files', () => {
  it('where they are written', () =>
    withBot(async ({ dir, live, logged }) => {
      const { loadedAt } = live.status();
      await writeDataset(dir, NEW);
      await followed(live);
      const status = live.status();
      expect(status.version).toBe(NEW_VERSION);
      expect(status.loadedAt.getTime()).toBeGreaterThan(loadedAt.getTime());
      expect(status.last).toMatchObject({ cause: 'files', outcome: 'good', findings: [] });
      expect(logged.at(-1)).toMatchObject({ level: 'info', version: NEW_VERSION, cause: 'files', dir });
    }));

  it('where an editor writes beside them and renames', () =>
    withBot(async ({ dir, live }) => {
      for (const { file, bytes } of NEW) {
        await writeFile(join(dir, `${file}~new`), bytes);
        await rename(join(dir, `${file}~new`), join(dir, file));
      }
      await followed(live);
    }));

  it('where an editor moves the old one away first, and deletes it', () =>
    withBot(async ({ dir, live }) => {
      for (const { file, bytes } of NEW) {
        await rename(join(dir, file), join(dir, `${file}~`));
        await writeFile(join(dir, file), bytes);
        await unlink(join(dir, `${file}~`));
      }
      await followed(live);
    }));

  it('where a ConfigMap is mounted and its link is turned', () =>
    withBot(
      async ({ dir, live }) => {
        await mountDataset(dir, 'second', NEW);
        await followed(live);
        await rm(join(dir, '..first'), { recursive: true });
        await until(() => live.status().last.outcome !== 'good' || version(live) === NEW_VERSION);
        expect([version(live), live.status().attempts.bad]).toEqual([NEW_VERSION, 0]);
      },
      { place: (dir, files) => mountDataset(dir, 'first', files) },
    ));

  it('where the whole folder is replaced by another', () =>
    withBot(async ({ dir, live }) => {
      await writeDataset(`${dir}.new`, NEW);
      await rename(dir, `${dir}.old`);
      await rename(`${dir}.new`, dir);
      await followed(live);
      await rm(`${dir}.old`, { recursive: true });
    }));

  it('where a copy gives the new file the size and the time of the old one', () =>
    withBot(async ({ dir, live }) => {
      const path = join(dir, 'programme.json');
      const { atime, mtime, size } = await stat(path);
      await writeFile(path, bytesOf('programme.json'));
      await utimes(path, atime, mtime);
      expect((await stat(path)).size).toBe(size);
      await until(() => live.desk().dataset.programme.name.it === 'Programma di prova 7');
    }));

  it('where a store changes them', () =>
    withBot(async ({ dir, live }) => {
      const store = openStore(dir, live.check);
      const applied = await store.apply({ files: NEW }, { by: 'anna', at: new Date() }, version(live));
      expect(applied).toMatchObject({ ok: true, entry: { from: OLD_VERSION, to: NEW_VERSION } });
      await followed(live);
      await store.rollback(OLD_VERSION, { by: 'anna', at: new Date() });
      await until(() => version(live) === OLD_VERSION);
    }));

  it('where one is written in pieces, when it is whole', () =>
    withBot(async ({ dir, live }) => {
      const file = 'snapshots/2020-12-31.json';
      const bytes = Buffer.from(
        bytesOf(file)
          .toString()
          .replace('"notes": {}', `"notes": {}${' '.repeat(4000)}`),
      );
      await writeFile(join(dir, file), '');
      for (let at = 0; at < bytes.length; at += 500) {
        await writeFile(join(dir, file), bytes.subarray(at, at + 500), { flag: 'a' });
        expect(version(live)).toBe(OLD_VERSION);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      await until(() => version(live) !== OLD_VERSION);
      expect(
        live
          .desk()
          .dataset.snapshots.at(-1)
          ?.figures.some(({ source }) => source.printed === '48,0'),
      ).toBe(true);
    }));

  it('where a file that was left half-written is completed later', () =>
    withBot(async ({ dir, live }) => {
      const bytes = bytesOf('programme.json');
      await writeFile(join(dir, 'programme.json'), bytes.subarray(0, 700));
      await until(() => live.status().last.outcome === 'bad');
      expect(version(live)).toBe(OLD_VERSION);
      await writeDataset(dir, NEW);
      await followed(live);
    }));
});

describe.concurrent('a running bot keeps the last good dataset', () => {
  it('where the folder vanishes, and notices that it came back', () =>
    withBot(async ({ dir, live, logged }) => {
      const desk = live.desk();
      await rename(dir, `${dir}.away`);
      await until(() => live.status().last.outcome === 'bad');
      expect(live.desk()).toBe(desk);
      expect(live.status().last.findings.map(({ file, rule }) => [file, rule])).toEqual([
        ['programme.json', 'readable'],
        ['snapshots', 'readable'],
      ]);
      await rename(`${dir}.away`, dir);
      await until(() => live.status().last.outcome === 'unchanged');
      expect(live.desk()).toBe(desk);
      expect(logged.map(({ level }) => level)).toEqual(['error', 'info']);
    }));

  it('and logs what is wrong where, once', () =>
    withBot(async ({ dir, live, logged }) => {
      const text = (await readFile(join(dir, 'programme.json'), 'utf8')).replace('"axis-3"', '"axis 3"');
      await writeFile(join(dir, 'programme.json'), text);
      await until(() => live.status().last.outcome === 'bad');
      await utimes(join(dir, 'programme.json'), new Date(), new Date(0));
      const [first, since] = [live.status().last.at, live.status().last.refused?.since];
      await until(() => live.status().attempts.bad === 2);
      // The files are read again every ten seconds: since when they are refused must not move with that.
      expect([since, live.status().last.refused?.since]).toEqual([first, first]);
      expect(logged).toMatchObject([
        {
          level: 'error',
          version: OLD_VERSION,
          cause: 'files',
          findings: [
            {
              file: 'programme.json',
              rule: 'structure',
              line: expect.any(Number),
              path: expect.stringMatching(/^axes\[2\]\.id/),
            },
          ],
        },
      ]);
      expect(live.status()).toMatchObject({
        version: OLD_VERSION,
        last: { outcome: 'bad' },
        attempts: { good: 1 },
      });
    }));

  it.each([
    ['cannot start', { worker: pathToFileURL('/nowhere/thread.js') }],
    ['takes too long', { patience: 0 }],
  ])('where the thread that loads it %s', (_, options) =>
    withBot(async ({ dir, live }) => {
      await writeDataset(dir, NEW);
      const { outcome, findings, refused } = await live.reload('asked');
      expect([outcome, findings]).toMatchObject(['bad', [{ rule: 'loads' }]]);
      expect(refused?.version).toBe(NEW_VERSION);
      expect(version(live)).toBe(OLD_VERSION);
    }, options),
  );

  it('and lets nobody open one that is bad to begin with', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'reload-'));
    const log = { info() {}, error() {}, debug() {} };
    expect(await openLiveDesk({ dir, catalogue, log })).toMatchObject({ ok: false, findings: [{}, {}] });
    await rm(dir, { recursive: true });
  });
});

const LATEST = NEW.at(-1)?.file ?? '';
const altered = (from: RegExp, to: string) => ({
  file: LATEST,
  bytes: Buffer.from(bytesOf(LATEST).toString('utf8').replace(from, to)),
});
const drafted = altered(/"printed": "([\d,]+)"/, '"printed": "$1", "confirm": "$1"');
const partial = altered(/("date": "[\d-]+")/, '$1, "partial": true');
const date = (live: LiveDesk) => live.desk().dataset.latest.date;

describe.concurrent('a date that answers does not fall silent unseen', () => {
  it.each([
    ['one figure of it is marked', (dir: string) => writeDataset(dir, [drafted]), /confirm/],
    ['it is called partial', (dir: string) => writeDataset(dir, [partial]), /"partial"/],
    ['its file is gone', (dir: string) => unlink(join(dir, LATEST)), /partial|back/],
  ])('where %s', (_, spoil, advice) =>
    withBot(async ({ dir, live }) => {
      const before = date(live);
      await spoil(dir);
      const { outcome, findings } = await live.reload('asked');
      expect(outcome).toBe('bad');
      expect(findings).toMatchObject([{ rule: 'silenced', file: LATEST, severity: 'error' }]);
      expect(findings[0]?.advice.en).toMatch(advice);
      expect(findings[0]?.message.en).toContain(before);
      expect([version(live), date(live)]).toEqual([OLD_VERSION, before]);
      expect((await live.reload('signal')).outcome).toBe('good');
      expect(date(live) === before && !live.desk().dataset.latest.partial).toBe(false);
      await writeDataset(dir, NEW);
      await live.reload('asked');
      expect(version(live)).toBe(NEW_VERSION);
    }),
  );

  it('but may where a person said yes to it, and where the bot starts', () => {
    const yes: string[] = [];
    return withBot(
      async ({ dir, live }) => {
        const store = openStore(dir, live.check);
        const applied = await store.apply({ files: [partial] }, { by: 'anna', at: new Date() });
        if (!applied.ok) throw new Error(applied.reason);
        yes.push(applied.entry.to);
        expect((await live.reload('asked')).outcome).not.toBe('bad');
        expect(version(live)).toBe(applied.entry.to);
        const again = await openLiveDesk({ dir, catalogue, log: { info() {}, error() {}, debug() {} } });
        expect(again.ok && again.live.desk().dataset.latest.date).toBe(date(live));
        if (again.ok) await again.live.close();
      },
      { lastConfirmed: async () => yes.at(-1) ?? null },
    );
  });

  it('and a newer date, or a draft of one, is welcome', () =>
    withBot(async ({ dir, live }) => {
      const before = date(live);
      await writeDataset(dir, [{ ...drafted, file: LATEST.replace(/\d{4}/, (year) => String(+year + 1)) }]);
      expect((await live.reload('asked')).outcome).not.toBe('bad');
      expect(date(live)).toBe(before);
    }));
});

describe.concurrent('reloading', () => {
  it('when asked says that nothing has changed, or what has', () =>
    withBot(async ({ dir, live, logged }) => {
      expect(await live.reload('signal')).toMatchObject({
        cause: 'signal',
        outcome: 'unchanged',
        findings: [],
      });
      expect(logged).toMatchObject([{ level: 'info', cause: 'signal', version: OLD_VERSION }]);
      await writeDataset(dir, NEW);
      expect(await live.reload('asked')).toMatchObject({ cause: 'asked', outcome: 'good' });
      expect(version(live)).toBe(NEW_VERSION);
      expect(live.status().last.outcome).toBe('good');
    }));

  it('many times at once ends with the files as they are', () =>
    withBot(async ({ dir, live }) => {
      const all = [];
      for (const files of [NEW, OLD, NEW, OLD, NEW]) {
        await writeDataset(dir, files);
        all.push(live.reload('asked'), live.reload('signal'));
      }
      const outcomes = await Promise.all(all);
      expect(outcomes.every(({ outcome }) => outcome !== 'bad')).toBe(true);
      expect(version(live)).toBe(NEW_VERSION);
    }));

  it('ends with the bot, and with what is under way', () =>
    withBot(async ({ dir, live, logged }) => {
      await writeDataset(dir, NEW);
      const last = live.reload('asked');
      await live.close();
      expect((await last).cause).toBe('start');
      expect([version(live), logged]).toEqual([OLD_VERSION, []]);
    }));

  it('checks what is only uploaded without a word on the folder', () =>
    withBot(async ({ live }) => {
      const good = await live.check({ files: NEW, findings: [] });
      expect(good.ok && good.dataset.version).toBe(NEW_VERSION);
      const bad = await live.check({ files: NEW.slice(0, 1), findings: [] });
      expect(bad.ok).toBe(false);
      expect(version(live)).toBe(OLD_VERSION);
    }));

  it('leaves nothing of the old figures in what follows a question', () =>
    withBot(async ({ dir, live }) => {
      const memory = newMemory();
      const asks = (question: string) => {
        const message = messageOf(answering(live.desk(), memory)(slash('ask', { question }, 'it')));
        return JSON.stringify(message.embeds);
      };
      expect(asks('quanto ha certificato l’asse 2?')).toContain('14,0');
      await writeDataset(dir, NEW);
      await live.reload('asked');
      expect(asks('e l’asse 3?')).toContain('23,0');
      expect(asks('e l’asse 2?')).toContain('18,0');
    }));

  it('gives pictures of the new figures: they are known by the version', () =>
    withBot(async ({ dir, live }) => {
      const pictured = () => {
        const interaction = slash('compare', { first: 'axis-1', second: 'axis-2' }, 'it');
        const log = { error: (details: object) => expect.fail(JSON.stringify(details)) };
        return respond(live.desk(), interaction as APIInteraction, { fallback: 'it', log }).picture?.version;
      };
      expect(pictured()).toBe(OLD_VERSION);
      await writeDataset(dir, NEW);
      await live.reload('asked');
      expect(pictured()).toBe(NEW_VERSION);
    }));

  it('gives a desk as good as one that is built in the same thread', () =>
    withBot(async ({ dir, live }) => {
      await writeDataset(dir, NEW);
      await live.reload('asked');
      const again = await openLiveDesk({
        dir,
        catalogue,
        log: { info() {}, error() {}, debug() {} },
      });
      if (!again.ok) throw new Error('the small dataset has findings');
      expect(live.desk()).toEqual(again.live.desk());
      expect(Object.isFrozen(live.desk().dataset.snapshots[0]?.figures[0])).toBe(true);
      const reply = ask(live.desk(), { command: 'spending', options: { axis: 'axis-1' }, locale: 'it' });
      expect(reply.facts.length).toBeGreaterThan(0);
      await again.live.close();
    }));

  it('reads again, by and by, what it could not read for a reason that leaves no trace', () =>
    withBot(
      async ({ dir, live }) => {
        await writeDataset(dir, NEW);
        await until(() => live.status().attempts.bad >= 2);
      },
      { patience: 0 },
    ));
});
