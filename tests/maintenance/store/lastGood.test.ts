import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptDataset } from '../../../src/live/lastGood.ts';
import { fingerprint } from '../../../src/live/watchFiles.ts';
import type { RawFile } from '../../../src/load/read.ts';
import { versionOf } from '../../../src/load/version.ts';
import { goodVersions, keepGood } from '../../../src/maintenance/store/lastGood.ts';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { smallDataset, writeDataset } from '../../live/small.ts';
import { unprivileged } from './folder.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'last-good-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const [A, B, C, D] = [smallDataset(1), smallDataset(2), smallDataset(3), smallDataset(4)] as const;
const keep = (files: readonly RawFile[]) => keepGood(dir, versionOf(files), files);
const copies = async () => (await readdir(join(dir, '.history/last-good'))).sort().reverse();
const versions = async () => (await copies()).map((name) => name.slice(-12));
const lastGood = async (): Promise<KeptDataset | null> => (await goodVersions(dir).next()).value ?? null;
const found = async () => {
  const kept = await lastGood();
  return kept && versionOf(kept.raw.files);
};
const spoil = (copy = '') => writeFile(join(dir, '.history/last-good', copy, 'programme.json'), '{}');

describe('the last good dataset', () => {
  it('is the one that answered last, as it was', async () => {
    expect(await lastGood()).toBeNull();
    await keep(A);
    await keep(B);
    const kept = await lastGood();
    expect(kept?.raw.files.map(({ file, bytes }) => [file, String(bytes)])).toEqual(
      B.map(({ file, bytes }) => [file, String(bytes)]),
    );
    expect(Math.abs(Date.now() - (kept?.since.getTime() ?? 0))).toBeLessThan(60_000);
  });

  it('is written once, and not again while it stays the last', async () => {
    await keep(A);
    const [name = ''] = await copies();
    const before = await stat(join(dir, '.history/last-good', name, 'programme.json'));
    await keep(A);
    const after = await stat(join(dir, '.history/last-good', name, 'programme.json'));
    expect([await copies(), after.ino, after.ctimeMs]).toEqual([[name], before.ino, before.ctimeMs]);
  });

  it('is an earlier one again where that one answers again', async () => {
    for (const files of [A, B, A]) await keep(files);
    expect([await found(), await versions()]).toEqual([versionOf(A), [versionOf(A), versionOf(B)]]);
  });

  it('has two before it, and no more', async () => {
    for (const files of [A, B, C, D]) expect(await keep(files)).toEqual({ ok: true });
    expect(await versions()).toEqual([D, C, B].map(versionOf));
  });

  it('is later than the one before it, though a clock went wrong', async () => {
    await keep(A);
    await mkdir(join(dir, `.history/last-good/2999-01-01T00-00-00-000Z-${versionOf(B)}`));
    await keep(C);
    expect(await found()).toBe(versionOf(C));
  });

  it('is kept by one of many that keep it at once', async () => {
    expect(await Promise.all([A, A, A, A].map(keep))).toEqual([1, 2, 3, 4].map(() => ({ ok: true })));
    expect(await versions()).toEqual([versionOf(A)]);
  });

  it('is no damaged copy, and is made good by the next start with these files', async () => {
    await keep(A);
    await keep(B);
    await spoil((await copies())[0]);
    expect(await found()).toBe(versionOf(A));
    await keep(B);
    expect([await found(), await versions()]).toEqual([versionOf(B), [versionOf(B), versionOf(A)]]);
    for (const copy of await copies()) await spoil(copy);
    expect(await found()).toBeNull();
  });

  it('is no file of another name, and no half-written one', async () => {
    await mkdir(join(dir, '.history/last-good/strange'), { recursive: true });
    await writeDataset(join(dir, '.history/.new-of-a-killed-one'), A);
    expect(await found()).toBeNull();
    await keep(B);
    expect([await found(), (await readdir(join(dir, '.history'))).sort()]).toEqual([
      versionOf(B),
      ['.gitignore', 'last-good'],
    ]);
  });

  it('is no version to return to, and no change of the files that are followed', async () => {
    await writeDataset(dir, A);
    const before = await fingerprint(dir);
    await keep(A);
    await keep(B);
    expect(await openStore(dir).versions()).toEqual([]);
    expect(await fingerprint(dir)).toBe(before);
  });

  it('is the last recorded change where no copy is whole', async () => {
    await writeDataset(dir, A);
    const store = openStore(dir);
    expect(await store.apply({ files: B }, { by: 'anna', at: new Date() })).toMatchObject({ ok: true });
    expect(await found()).toBe(versionOf(B));
    await keep(B);
    await spoil((await copies())[0]);
    expect(await found()).toBe(versionOf(B));
    await keep(A);
    expect(await found()).toBe(versionOf(A));
    await store.rollback(versionOf(A), { by: 'anna', at: new Date() });
    expect((await store.versions()).map(({ version }) => version).sort()).toEqual(
      [A, B].map(versionOf).sort(),
    );
  });

  it('cannot be kept where nothing may be written, but is found there', async () => {
    await keep(A);
    await chmod(dir, 0o755);
    await unprivileged(async () => {
      expect(await keep(B)).toMatchObject({ ok: false, reason: 'unwritable' });
      expect([await keep(A), await found()]).toEqual([{ ok: true }, versionOf(A)]);
    });
  });
});
