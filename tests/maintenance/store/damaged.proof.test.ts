import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stateFile, versionFolder } from '../../../src/load/pending.ts';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { keepVersion } from '../../../src/maintenance/store/versions.ts';
import { withCopy } from '../../check/copy.ts';
import { PROGRAMME, renamed, SNAPSHOT, unprivileged, versionIn } from './folder.ts';

const anna = { by: 'anna', at: new Date('2026-11-02T10:00:00Z') };

async function changedBy(dir: string, ending: string) {
  const applied = await openStore(dir).apply({ files: [await renamed(dir, ending)] }, anna);
  if (!applied.ok) throw new Error(JSON.stringify(applied));
  return applied.entry;
}

describe('a count that was lost', () => {
  it.each([
    ['state.json is gone', (dir: string) => rm(stateFile(dir))],
    ['state.json cannot be read', (dir: string) => writeFile(stateFile(dir), '{')],
  ])('goes on from the history where %s', async (_, lose) => {
    await withCopy(async (dir) => {
      const entries = [await changedBy(dir, 'bis'), await changedBy(dir, 'ter')];
      await lose(dir);
      entries.push(await changedBy(dir, 'quater'), await changedBy(dir, 'quinquies'));
      expect(entries.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
      expect((await openStore(dir).history()).toReversed()).toEqual(entries);
    });
  });

  it('goes on from the state where the history is gone', async () => {
    await withCopy(async (dir) => {
      await changedBy(dir, 'bis');
      await rm(join(dir, '.history/history.jsonl'));
      const { id } = await changedBy(dir, 'ter');
      expect([id, (await openStore(dir).history()).length]).toEqual([2, 1]);
    });
  });

  it('loses no entry to another one of the same number', async () => {
    await withCopy(async (dir) => {
      const first = await changedBy(dir, 'bis');
      const second = await changedBy(dir, 'ter');
      const history = join(dir, '.history/history.jsonl');
      await writeFile(history, `${JSON.stringify(first)}\n${JSON.stringify({ ...first, id: 2 })}\n`);
      const pending = { version: second.to, entry: second };
      await writeFile(stateFile(dir), JSON.stringify({ generation: 2, pending }));
      expect(await openStore(dir).recover()).toEqual({ ok: true });
      expect((await openStore(dir).history())[0]).toEqual(second);
    });
  });
});

describe('what waits for a yes and was damaged', () => {
  it.each([
    ['the list of its files', 'change.json', '{"fi'],
    ['a list of another kind', 'change.json', '[]'],
    ['a file', PROGRAMME, 'other'],
  ])('%s: it is not there, until it is uploaded again', async (_, file, text) => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const change = { files: [await renamed(dir, 'bis')] };
      const staged = await store.stage(change);
      const key = staged.ok ? staged.key : '';
      const folder = join(dir, '.history/staged', key);
      for (const spoil of [() => writeFile(join(folder, file), text), () => rm(join(folder, file))]) {
        await spoil();
        expect(await store.staged(key)).toBeNull();
        expect(await store.stage(change)).toEqual(staged);
        expect(await store.staged(key)).toEqual({ ...change, remove: [] });
      }
    });
  });
});

describe('a change', () => {
  it('goes to the file that a link leads to', async () => {
    await withCopy(async (dir) => {
      await mkdir(join(dir, 'elsewhere'));
      await rename(join(dir, PROGRAMME), join(dir, 'elsewhere/real.json'));
      await chmod(join(dir, 'elsewhere/real.json'), 0o640);
      await symlink('elsewhere/real.json', join(dir, PROGRAMME));
      const file = await renamed(dir, 'bis');
      expect(await openStore(dir).apply({ files: [file] }, anna)).toMatchObject({ ok: true });
      expect((await lstat(join(dir, PROGRAMME))).isSymbolicLink()).toBe(true);
      const real = join(dir, 'elsewhere/real.json');
      expect([await readFile(real), (await lstat(real)).mode & 0o777]).toEqual([file.bytes, 0o640]);
    });
  });

  it('is made although an old version cannot be let go of', async () => {
    await withCopy(async (dir) => {
      const versions = Array.from({ length: 55 }, (_, at) => at.toString(16).padStart(12, '0'));
      await mkdir(join(dir, '.history'));
      for (const to of versions) await keepVersion(dir, to, [{ file: PROGRAMME, bytes: Buffer.from(to) }]);
      const folders = versions.map((version) => versionFolder(dir, version));
      for (const folder of folders) await chmod(folder, 0o555);
      const writable = ['', 'snapshots', '.history', '.history/versions'];
      for (const folder of writable) await chmod(join(dir, folder), 0o777);
      const entry = await unprivileged(() => changedBy(dir, 'bis'));
      expect(entry.to).toBe(await versionIn(dir));
      for (const folder of folders) await chmod(folder, 0o755);
    });
  });

  it('keeps what it keeps out of git, whatever was deleted', async () => {
    await withCopy(async (dir) => {
      await changedBy(dir, 'bis');
      await rm(join(dir, '.history/.gitignore'));
      await changedBy(dir, 'ter');
      expect(await readFile(join(dir, '.history/.gitignore'), 'utf8')).toBe('*\n');
    });
  });
});

describe('a look at a change', () => {
  it('says what the folder holds, good or not, and whether there is anything to change', async () => {
    await withCopy(async (dir) => {
      const store = openStore(dir);
      const good = { file: SNAPSHOT, bytes: await readFile(join(dir, SNAPSHOT)) };
      const first = await versionIn(dir);
      expect(await store.preview({ files: [good] })).toMatchObject({ base: first, same: true });
      const stray = join(dir, 'snapshots/copy.json');
      await writeFile(stray, '');
      expect(await store.preview({ files: [good] })).toMatchObject({ base: first, same: false });
      await rm(stray);
      await writeFile(join(dir, SNAPSHOT), good.bytes.subarray(0, 500));
      const broken = await versionIn(dir);
      const { base, same, loaded } = await store.preview({ files: [good] });
      expect([base, same, loaded.ok && loaded.dataset.version]).toEqual([broken, false, first]);
      expect(await store.apply({ files: [good] }, anna, base)).toMatchObject({ ok: true });
      expect(await versionIn(dir)).toBe(first);
    });
  });

  it('may be at a folder that holds nothing of a dataset any more', async () => {
    await withCopy(async (dir) => {
      const { from } = await changedBy(dir, 'bis');
      await rm(join(dir, PROGRAMME));
      await rm(join(dir, 'snapshots'), { recursive: true });
      const store = openStore(dir);
      const preview = await store.previewRollback(from ?? '');
      expect(preview).toMatchObject({ base: null, same: false, loaded: { ok: true } });
      expect(await store.rollback(from ?? '', anna, from)).toMatchObject({ reason: 'outdated' });
      expect(await store.rollback(from ?? '', anna, null)).toMatchObject({ ok: true });
      expect(await versionIn(dir)).toBe(from);
      expect(existsSync(join(dir, SNAPSHOT))).toBe(true);
    });
  });
});
