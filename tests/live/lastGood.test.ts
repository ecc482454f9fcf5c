import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { openLiveDesk } from '../../src/live/liveDesk.ts';
import type { ReloadStatus } from '../../src/live/status.ts';
import type { RawFile } from '../../src/load/read.ts';
import { versionOf } from '../../src/load/version.ts';
import { goodVersions, keepGood } from '../../src/maintenance/store/lastGood.ts';
import { openLastGood } from '../../src/start/dataset/lastGood.ts';
import { compile, until, worker } from './compiled.ts';
import { smallDataset, writeDataset } from './small.ts';

beforeAll(compile);

const catalogue = await loadCatalogue();
const [OLD, NEW] = [smallDataset(3), smallDataset(7)];
const silent = pino({ level: 'silent' });

type Start = Awaited<ReturnType<typeof start>>;

/** A start of a bot's desk over a folder, with what it logs as errors, and the attempts that others are told of. */
async function start(dir: string, sourceDir: string | null = null) {
  const errors: (object & { message: string })[] = [];
  const told: ReloadStatus[] = [];
  const none = () => undefined;
  const opened = await openLiveDesk({
    dir,
    sourceDir,
    catalogue,
    worker: worker(),
    lastGood: openLastGood(dir, silent),
    log: { info: none, debug: none, error: (details, message) => void errors.push({ ...details, message }) },
    attempted: (status) => told.push(status),
  });
  return { opened, errors, told };
}

const liveOf = ({ opened }: Start) => {
  if (!opened.ok) throw new Error('the start failed');
  return opened.live;
};

async function withFolder(use: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-'));
  try {
    await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Starts on these files, and ends once they are kept. */
async function answeredFrom(dir: string, files: readonly RawFile[]): Promise<void> {
  await writeDataset(dir, files);
  const live = liveOf(await start(dir));
  await until(async () => {
    const { value } = await goodVersions(dir).next();
    return value !== undefined && versionOf(value.raw.files) === versionOf(files);
  });
  await live.close();
}

describe.concurrent('a start', () => {
  it.each([
    ['is no JSON', (dir: string) => writeFile(join(dir, 'programme.json'), '{')],
    ['is missing', (dir: string) => rm(join(dir, 'programme.json'))],
    [
      'has errors',
      (dir: string) => writeFile(join(dir, 'snapshots/2020-12-31.json'), '{"date":"2020-12-31"}'),
    ],
    ['is gone with all its snapshots', (dir: string) => rm(join(dir, 'snapshots'), { recursive: true })],
  ])('answers from the last good version where a file %s', (_, spoil) =>
    withFolder(async (dir) => {
      await answeredFrom(dir, OLD);
      await spoil(dir);
      const started = await start(dir);
      const live = liveOf(started);
      const { version, last, attempts, keptSince } = live.status();
      expect([version, live.desk().dataset.version]).toEqual([versionOf(OLD), versionOf(OLD)]);
      expect(last).toMatchObject({ cause: 'start', outcome: 'bad', refused: { since: last.at } });
      expect(last.findings.length).toBeGreaterThan(0);
      expect([attempts, keptSince instanceof Date]).toEqual([{ good: 0, bad: 1, unchanged: 0 }, true]);
      expect(started.told).toHaveLength(1);
      expect(started.errors).toMatchObject([
        {
          version,
          cause: 'start',
          errors: last.findings.length,
          message: expect.stringContaining('check:data'),
        },
      ]);
      await live.close();
    }),
  );

  it('follows the files from there: once they are right, they answer', () =>
    withFolder(async (dir) => {
      await answeredFrom(dir, OLD);
      await writeFile(join(dir, 'programme.json'), '{');
      const live = liveOf(await start(dir));
      await writeDataset(dir, NEW);
      await until(() => live.status().version === versionOf(NEW));
      expect(live.status().last.outcome).toBe('good');
      expect(live.status()).not.toHaveProperty('keptSince');
      await live.close();
      await writeFile(join(dir, 'programme.json'), '{');
      const again = liveOf(await start(dir));
      expect(again.status().version).toBe(versionOf(NEW));
      await again.close();
    }));

  it('is as good as any once the files are those that were kept', () =>
    withFolder(async (dir) => {
      await answeredFrom(dir, OLD);
      await writeFile(join(dir, 'programme.json'), '{');
      const live = liveOf(await start(dir));
      await writeDataset(dir, OLD);
      await until(() => live.status().last.outcome === 'unchanged');
      expect(live.status()).not.toHaveProperty('keptSince');
      expect(live.status().last).not.toHaveProperty('refused');
      await live.close();
    }));

  it('names one state of refused files as a reload of them does', () =>
    withFolder(async (dir) => {
      await answeredFrom(dir, OLD);
      await writeFile(join(dir, 'programme.json'), '{');
      const live = liveOf(await start(dir));
      const { last } = live.status();
      const reloaded = await live.reload('asked');
      expect(reloaded).toMatchObject({ outcome: 'bad', refused: last.refused, findings: last.findings });
      expect(live.status().keptSince).toBeInstanceOf(Date);
      await live.close();
    }));

  it('keeps what was good when a document’s text is what is wrong now', () =>
    withFolder(async (dir) => {
      const named = OLD.map((each) => ({
        ...each,
        bytes: Buffer.from(
          Buffer.from(each.bytes)
            .toString()
            .replace('"page": "page"', '"page": "page", "text": "report.txt"'),
        ),
      }));
      await answeredFrom(dir, named);
      const texts = join(dir, 'texts');
      await writeDataset(texts, [{ file: 'report.txt', bytes: Buffer.from('nothing of it\f') }]);
      const started = await start(dir, texts);
      const live = liveOf(started);
      expect(live.status()).toMatchObject({ version: versionOf(named), last: { outcome: 'bad' } });
      await live.close();
    }));

  it('answers from the version before, where this release refuses the last one that was kept', () =>
    withFolder(async (dir) => {
      await answeredFrom(dir, OLD);
      const ofNewer = NEW.map(({ file, bytes }) => ({
        file,
        bytes: Buffer.from(Buffer.from(bytes).toString().replace('{', '{"ofANewerRelease": true,')),
      }));
      expect(await keepGood(dir, versionOf(ofNewer), ofNewer)).toEqual({ ok: true });
      await writeFile(join(dir, 'programme.json'), '{');
      const live = liveOf(await start(dir));
      expect(live.status().version).toBe(versionOf(OLD));
      await live.close();
    }));

  it('fails where nothing is kept', () =>
    withFolder(async (dir) => {
      await writeDataset(dir, OLD);
      await writeFile(join(dir, 'programme.json'), '{');
      const { opened, errors } = await start(dir);
      expect([opened.ok, errors]).toEqual([false, []]);
    }));
});
