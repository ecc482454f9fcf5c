import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { loadDataset, loadFiles } from '../../../src/load/load.ts';
import { stateFile, versionFolder } from '../../../src/load/pending.ts';
import { readFolder } from '../../../src/load/read.ts';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { keepVersion, pruneVersions } from '../../../src/maintenance/store/versions.ts';
import { withCopy } from '../../check/copy.ts';
import { PROGRAMME, renamed, rewritten, SNAPSHOT, spoilt, unprivileged, versionIn } from './folder.ts';

const signed = (by: string, why?: string) => ({
  by,
  at: new Date('2026-11-02T10:00:00Z'),
  ...(why ? { why } : {}),
});
const historyFile = (dir: string) => join(dir, '.history/history.jsonl');

describe('a change', () => {
  it('is made, recorded, and leaves what is not the dataset as it was', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const before = await versionIn(dir);
      const schema = await readFile(join(dir, 'schema/snapshot.schema.json'));
      const applied = await store.apply({ files: [await renamed(dir, 'bis')] }, signed('anna', 'nuovo nome'));
      const after = await versionIn(dir);
      expect(after).not.toBe(before);
      const entry = {
        id: 1,
        at: '2026-11-02T10:00:00.000Z',
        by: 'anna',
        why: 'nuovo nome',
        action: 'apply',
        from: before,
        to: after,
        files: [PROGRAMME],
      };
      expect(applied).toEqual({ ok: true, entry });
      expect(await store.history()).toEqual([entry]);
      const loaded = await loadDataset(dir);
      expect(loaded.ok && loaded.dataset.version).toBe(after);
      expect(await readFile(join(dir, 'schema/snapshot.schema.json'))).toEqual(schema);
      expect((await readdir(dir)).sort()).toEqual([
        '.history',
        'LEGGIMI.md',
        'README.md',
        PROGRAMME,
        'schema',
        'snapshots',
      ]);
      expect(await readFile(join(dir, '.history/.gitignore'), 'utf8')).toBe('*\n');
    });
  });

  it('may be of several files, new ones and ones that go', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const later = await rewritten(dir, 'snapshots/2022-06-30.json', (text) =>
        text.replace('"date": "2022-06-30"', '"date": "2022-12-31"'),
      );
      const change = {
        files: [await renamed(dir, 'bis'), { ...later, file: 'snapshots/2022-12-31.json' }],
        remove: ['snapshots/2022-06-30.json'],
      };
      const applied = await store.apply(change, signed('anna'));
      expect(applied).toMatchObject({ ok: true });
      const loaded = await loadDataset(dir);
      const dates = loaded.ok ? loaded.dataset.snapshots.map(({ date }) => date) : [];
      expect(dates.at(-1)).toBe('2022-12-31');
      expect(dates).not.toContain('2022-06-30');
      expect((await store.versions()).map(({ dates }) => dates.at(-1))).toEqual(['2022-12-31', '2022-06-30']);
    });
  });

  it('keeps the permissions of the file that it replaces', async () => {
    await withCopy(async (dir) => {
      await chmod(join(dir, PROGRAMME), 0o664);
      await openStore(dir).apply({ files: [await renamed(dir, 'bis')] }, signed('anna'));
      expect(((await stat(join(dir, PROGRAMME))).mode & 0o777).toString(8)).toBe('664');
    });
  });

  it('can be looked at before it is made', async () => {
    await withCopy(async (dir) => {
      const { loaded, raw } = await openStore(dir).preview({ files: [await renamed(dir, 'bis')] });
      expect(loaded.ok && loaded.dataset.programme.name.it).toMatch(/ bis!$/);
      expect(raw.files.map(({ file }) => file)).toEqual(
        (await readFolder(dir)).files.map(({ file }) => file),
      );
      expect(existsSync(join(dir, '.history'))).toBe(false);
    });
  });

  it('mends a folder that was spoilt by hand', async () => {
    await withCopy(async (dir) => {
      const good = await readFile(join(dir, PROGRAMME));
      await writeFile(join(dir, PROGRAMME), good.subarray(0, 2000));
      await mkdir(join(dir, 'snapshots/2023-12-31.json'));
      const change = { files: [{ file: PROGRAMME, bytes: good }], remove: ['snapshots/2023-12-31.json'] };
      expect(await openStore(dir).apply(change, signed('anna'))).toMatchObject({ ok: true });
      expect((await loadDataset(dir)).ok).toBe(true);
    });
  });
});

describe('a change is refused', () => {
  it('with its findings where the dataset would have errors, and nothing is written', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const [before, bytes] = [await versionIn(dir), await readFile(join(dir, SNAPSHOT))];
      const refused = await store.apply(
        { files: [await renamed(dir, 'bis'), await spoilt(dir)] },
        signed('anna'),
      );
      expect(refused).toMatchObject({ ok: false, reason: 'invalid' });
      expect(!refused.ok && refused.reason === 'invalid' && refused.findings[0]).toMatchObject({
        file: SNAPSHOT,
      });
      expect([await versionIn(dir), await readFile(join(dir, SNAPSHOT))]).toEqual([before, bytes]);
      expect([await store.versions(), await store.history()]).toEqual([[], []]);
    });
  });

  it.each([
    '../programme.json',
    '/etc/passwd',
    'snapshots/../../2020-12-31.json',
    'snapshots/x.json',
    'snapshots/2020-12-31.json/x',
    'schema/snapshot.schema.json',
    '.history/state.json',
    '',
  ])('where a file would be called %j', async (file) => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const [change, removal] = [
        { files: [{ file, bytes: Buffer.from('{}') }] },
        { files: [], remove: [file] },
      ];
      for (const each of [change, removal]) {
        const refused = await store.apply(each, signed('anna'));
        expect(refused).toMatchObject({
          ok: false,
          reason: 'invalid',
          findings: [{ file, rule: 'file-name' }],
        });
      }
    });
  });

  it('where it would take away what a dataset cannot do without', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const snapshots = (await readdir(join(dir, 'snapshots'))).map((name) => `snapshots/${name}`);
      for (const remove of [[PROGRAMME], snapshots]) {
        expect(await store.apply({ files: [], remove }, signed('anna'))).toMatchObject({
          ok: false,
          reason: 'invalid',
        });
      }
    });
  });

  it('where it was made for another version, changes nothing, or goes back to what was never kept', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const version = await versionIn(dir);
      const change = { files: [await renamed(dir, 'bis')] };
      expect(await store.apply(change, signed('anna'), '0123456789ab')).toEqual({
        ok: false,
        reason: 'outdated',
        version,
      });
      expect(await store.apply(change, signed('anna'), version)).toMatchObject({ ok: true });
      const now = await versionIn(dir);
      expect(await store.apply(change, signed('anna'))).toEqual({
        ok: false,
        reason: 'unchanged',
        version: now,
      });
      for (const unknown of ['0123456789ab', '../..', '']) {
        expect(await store.rollback(unknown, signed('anna'))).toEqual({
          ok: false,
          reason: 'unknown-version',
        });
      }
    });
  });

  it('in one word where the folder cannot be written', async () => {
    await withCopy(async (dir) => {
      await chmod(dir, 0o555);
      const store = openStore(dir);
      const change = { files: [await renamed(dir, 'bis')] };
      const before = await versionIn(dir);
      await unprivileged(async () => {
        const unwritable = { ok: false, reason: 'unwritable', code: 'EACCES' };
        expect(await store.apply(change, signed('anna'))).toEqual(unwritable);
        expect(await store.rollback(before, signed('anna'))).toEqual(unwritable);
        expect(await store.stage(change)).toEqual(unwritable);
        expect(await store.recover()).toEqual({ ok: true });
        expect([await store.versions(), await store.history()]).toEqual([[], []]);
      });
      await chmod(dir, 0o755);
      // The folder itself, but not the one of the snapshots.
      await chmod(dir, 0o777);
      await chmod(join(dir, 'snapshots'), 0o555);
      await unprivileged(async () => {
        expect(await store.apply(change, signed('anna'))).toEqual({
          ok: false,
          reason: 'unwritable',
          code: 'EACCES',
        });
      });
      await chmod(join(dir, 'snapshots'), 0o755);
      expect(await versionIn(dir)).toBe(before);
    });
  });

  it('where there is no folder, and makes none', async () => {
    await withCopy(async (dir) => {
      const nowhere = join(dir, 'nowhere');
      const applied = openStore(nowhere).apply({ files: [await renamed(dir, 'bis')] }, signed('anna'));
      expect(await applied).toEqual({ ok: false, reason: 'unwritable', code: 'ENOENT' });
      expect(existsSync(nowhere)).toBe(false);
    });
  });
});

describe('going back', () => {
  it('gives the files byte for byte, those that came by hand as well, and is itself to be undone', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const [first, files] = [await versionIn(dir), (await readFolder(dir)).files];
      await store.apply(
        { files: [await renamed(dir, 'bis')], remove: ['snapshots/2022-06-30.json'] },
        signed('anna'),
      );
      const second = await versionIn(dir);
      expect(await store.rollback(first, signed('bruno'))).toMatchObject({
        ok: true,
        entry: {
          id: 2,
          action: 'rollback',
          by: 'bruno',
          from: second,
          to: first,
          files: [PROGRAMME, 'snapshots/2022-06-30.json'],
        },
      });
      expect((await readFolder(dir)).files).toEqual(files);
      expect((await store.history()).map(({ action }) => action)).toEqual(['rollback', 'apply']);
      expect(await store.versions()).toMatchObject([
        { version: first, by: 'bruno', current: true },
        { version: second, by: 'anna', current: false },
      ]);
      expect(await store.rollback(second, signed('anna'))).toMatchObject({ ok: true });
      expect(await versionIn(dir)).toBe(second);
    });
  });

  it('is refused where somebody changed what was kept', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const first = await versionIn(dir);
      await store.apply({ files: [await renamed(dir, 'bis')] }, signed('anna'));
      await appendFile(join(versionFolder(dir, first), PROGRAMME), '\n');
      expect(await store.rollback(first, signed('anna'))).toEqual({ ok: false, reason: 'unknown-version' });
    });
  });

  it('keeps edits made by hand between two changes', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      await store.apply({ files: [await renamed(dir, 'bis')] }, signed('anna'));
      await writeFile(join(dir, PROGRAMME), (await renamed(dir, 'a-mano')).bytes);
      const byHand = await versionIn(dir);
      await store.apply({ files: [await renamed(dir, 'ter')] }, signed('anna'));
      expect(await store.versions()).toContainEqual(expect.objectContaining({ version: byHand, by: null }));
      expect(await store.rollback(byHand, signed('anna'))).toMatchObject({ ok: true });
    });
  });

  it('reaches fifty versions back', async () => {
    await withCopy(async (dir) => {
      const versions = Array.from({ length: 55 }, (_, at) => at.toString(16).padStart(12, '0'));
      const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
      for (const [minute, to] of versions.entries()) {
        await keepVersion(dir, to, [{ file: PROGRAMME, bytes: Buffer.from(to) }]);
        const entry = {
          id: minute + 1,
          at: at(minute),
          by: 'anna',
          why: null,
          action: 'apply',
          from: null,
          to,
          files: [],
        };
        await appendFile(historyFile(dir), `${JSON.stringify(entry)}\n`);
      }
      await pruneVersions(dir, '000000000000');
      const kept = await openStore(dir).versions();
      expect(kept.map(({ version }) => version)).toEqual(
        versions.slice(5).toReversed().concat('000000000000'),
      );
    });
  });
});

describe('the history', () => {
  it.each([
    ['part of an entry', (line: string) => line.slice(0, 40), 1],
    ['part of a letter', (line: string) => Buffer.from(line).subarray(0, line.indexOf('è') + 1), 1],
    ['an entry without its line end', (line: string) => line, 2],
  ])('is read and goes on where it ends in %s', async (_, torn, readable) => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      await store.apply({ files: [await renamed(dir, 'bis')] }, signed('anna'));
      const line = (await readFile(historyFile(dir), 'utf8'))
        .trim()
        .replace('"id":1', '"id":0')
        .replace('anna', 'è');
      await appendFile(historyFile(dir), torn(line));
      expect(await store.history()).toHaveLength(readable);
      await store.apply({ files: [await renamed(dir, 'ter')] }, signed('bruno'));
      const lines = (await readFile(historyFile(dir), 'utf8')).split('\n');
      expect(
        lines
          .slice(0, -1)
          .map((each) => JSON.parse(each).by)
          .at(-1),
      ).toBe('bruno');
      expect(lines).toHaveLength(readable + 2);
      expect((await store.history())[0]?.by).toBe('bruno');
    });
  });
});

describe('a change that was interrupted', () => {
  /** A folder as a process leaves it that dies right after the one write by which a change is made. */
  async function interrupted(dir: string) {
    const store = openStore(dir);
    const before = (await readFolder(dir)).files;
    const change = {
      files: [await renamed(dir, 'bis'), await rewritten(dir, SNAPSHOT, (text) => `${text}\n`)],
    };
    const { raw } = await store.preview(change);
    await store.apply(change, signed('anna'));
    const to = await versionIn(dir);
    const [entry] = await store.history();
    for (const { file, bytes } of before.slice(0, 5)) await writeFile(join(dir, file), bytes);
    await rm(historyFile(dir));
    await writeFile(stateFile(dir), JSON.stringify({ generation: 1, pending: { version: to, entry } }));
    return { store, to, raw, entry };
  }

  it('is made as far as any reader can tell', async () => {
    await withCopy(async (dir) => {
      const { store, to, raw, entry } = await interrupted(dir);
      expect((await readFolder(dir)).files).toEqual(
        raw.files.map(({ file, bytes }) => ({ file, bytes: Buffer.from(bytes) })),
      );
      expect(await store.history()).toEqual([entry]);
      expect((await store.versions()).find(({ current }) => current)?.version).toBe(to);
    });
  });

  it('is put in its place afterwards', async () => {
    await withCopy(async (dir) => {
      const { store, to } = await interrupted(dir);
      expect(await store.recover()).toEqual({ ok: true });
      await rm(join(dir, '.history/state.json'));
      expect(await versionIn(dir)).toBe(to);
      expect(await store.history()).toHaveLength(1);
    });
  });

  it('is put in its place by the next change at the latest', async () => {
    await withCopy(async (dir) => {
      const { store, to } = await interrupted(dir);
      expect(await store.apply({ files: [await renamed(dir, 'ter')] }, signed('bruno'))).toMatchObject({
        ok: true,
        entry: { id: 2, from: to, files: [PROGRAMME] },
      });
      expect((await store.history()).map(({ id }) => id)).toEqual([2, 1]);
    });
  });

  it('says nothing where the folder is only read', async () => {
    await withCopy(async (dir) => {
      const { store, to } = await interrupted(dir);
      await cp(join(dir, '.history'), join(dir, 'copy'), { recursive: true });
      await chmod(dir, 0o555);
      await chmod(join(dir, '.history'), 0o555);
      await unprivileged(async () => {
        expect(await store.recover()).toMatchObject({ ok: false, reason: 'unwritable' });
        expect(await versionIn(dir)).toBe(to);
      });
    });
  });

  it('does not mislead where the file that tells of it is not one of a store', async () => {
    await withCopy(async (dir) => {
      const version = await versionIn(dir);
      await mkdir(join(dir, '.history'));
      for (const text of [
        '',
        '{',
        'null',
        '[]',
        '{"pending":{}}',
        '{"generation":1,"pending":{"version":"../.."}}',
      ]) {
        await writeFile(stateFile(dir), text);
        expect([text, await versionIn(dir)]).toEqual([text, version]);
      }
    });
  });
});

describe('two at once', () => {
  it('make their changes one after the other', async () => {
    await withCopy(async (dir) => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      const changes = await Promise.all(names.map((name) => renamed(dir, name)));
      const applied = await Promise.all(
        changes.map((file, at) => openStore(dir).apply({ files: [file] }, signed(names[at] ?? ''))),
      );
      expect(applied.map(({ ok }) => ok)).toEqual(names.map(() => true));
      const history = (await openStore(dir).history()).toReversed();
      expect(history.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(history.slice(1).map(({ from }) => from)).toEqual(history.slice(0, -1).map(({ to }) => to));
      expect(history.at(-1)?.to).toBe(await versionIn(dir));
    });
  });

  it('leave the change of the one alone that took the lock of the other while it was checking', async () => {
    await withCopy(async (dir) => {
      const [late, other] = [await renamed(dir, 'bis'), await renamed(dir, 'ter')];
      /** As on a machine that slept for so long that its process was taken for dead. */
      const sleepy = openStore(dir, async (raw) => {
        await rm(join(dir, '.history/lock'), { recursive: true });
        const applied = await openStore(dir).apply({ files: [other] }, signed('bruno'));
        expect(applied).toMatchObject({ ok: true });
        // A process looks after its lock every second.
        await delay(2500);
        return loadFiles(raw);
      });
      expect(await sleepy.apply({ files: [late] }, signed('anna'))).toEqual({ ok: false, reason: 'busy' });
      expect((await openStore(dir).history()).map(({ by }) => by)).toEqual(['bruno']);
      expect(await readFile(join(dir, PROGRAMME))).toEqual(other.bytes);
    });
  });

  it('do not wait for one who died', async () => {
    await withCopy(async (dir) => {
      const lock = join(dir, '.history/lock');
      await mkdir(lock, { recursive: true });
      const longAgo = new Date(Date.now() - 60_000);
      await utimes(lock, longAgo, longAgo);
      expect(
        await openStore(dir).apply({ files: [await renamed(dir, 'bis')] }, signed('anna')),
      ).toMatchObject({ ok: true });
    });
  });
});

describe('what waits for a yes', () => {
  it('is found by its key, by any process, and by no other', async () => {
    await withCopy(async (dir) => {
      const change = { files: [await renamed(dir, 'bis')], remove: ['snapshots/2022-06-30.json'] };
      const staged = await openStore(dir).stage(change);
      const key = staged.ok ? staged.key : '';
      expect(key).toMatch(/^[0-9a-f]{16}$/);
      expect(await openStore(dir).staged(key)).toEqual(change);
      expect(await openStore(dir).stage(change)).toEqual(staged);
      for (const other of ['0123456789abcdef', '../versions', '', key.slice(1)]) {
        expect(await openStore(dir).staged(other)).toBeNull();
      }
    });
  });

  it('is forgotten after a day, once there are twenty more, and where somebody changed it', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const keys: string[] = [];
      for (let at = 0; at < 23; at += 1) {
        const staged = await store.stage({ files: [{ file: PROGRAMME, bytes: Buffer.from(`${at}`) }] });
        const key = staged.ok ? staged.key : '';
        keys.push(key);
        const earlier = new Date(Date.now() - (30 - at) * 60_000);
        await utimes(join(dir, '.history/staged', key), earlier, earlier);
      }
      const found = await Promise.all(keys.map((key) => store.staged(key)));
      expect(found.map((change) => change !== null)).toEqual(keys.map((_, at) => at >= 3));
      const [old = '', changed = ''] = keys.slice(-2);
      const yesterday = new Date(Date.now() - 25 * 3_600_000);
      await utimes(join(dir, '.history/staged', old), yesterday, yesterday);
      await writeFile(join(dir, '.history/staged', changed, PROGRAMME), 'other');
      expect([await store.staged(old), await store.staged(changed)]).toEqual([null, null]);
    });
  });
});
