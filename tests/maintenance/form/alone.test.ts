import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { expect, it } from 'vitest';
import { readState, stateFile } from '../../../src/load/pending.ts';
import { formatFolder } from '../../../src/maintenance/form/formatFolder.ts';
import { newSnapshot } from '../../../src/maintenance/form/newSnapshot.ts';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { alone } from '../../../src/start/alone.ts';
import { withCopy } from '../../check/copy.ts';
import { PROGRAMME, renamed, versionIn } from '../store/folder.ts';

const anna = { by: 'anna', at: new Date('2026-11-02T10:00:00Z') };

it('what writes files past the store says so in one line while a store changes them, and writes nothing', async () => {
  await withCopy(async (dir) => {
    await openStore(dir).apply({ files: [await renamed(dir, 'bis')] }, anna);
    const before = await versionIn(dir);
    const options = { lockfilePath: join(dir, '.history/lock'), realpath: false, stale: 5000, update: 1000 };
    const release = await lock(dir, options);
    const begin = () => newSnapshot({ date: '2023-12-31', dir, sourceDir: 'nowhere', locale: 'en' });
    const [en, it] = await Promise.all([alone(dir, 'en', begin), alone(dir, 'it', begin)]);
    expect([en.status, en.lines.length, en.lines[0]]).toEqual([
      1,
      1,
      expect.stringContaining('is changing the data'),
    ]);
    expect(it.lines).toEqual([expect.stringContaining('sta cambiando i dati')]);
    expect(await versionIn(dir)).toBe(before);
    await release();
    expect(await alone(dir, 'en', begin)).toMatchObject({ status: 0 });
    expect(await versionIn(dir)).not.toBe(before);
  });
});

it('a change that was made and not put in its place yet is put there first, and not lost', async () => {
  await withCopy(async (dir) => {
    const old = await readFile(join(dir, PROGRAMME));
    const applied = await openStore(dir).apply({ files: [await renamed(dir, 'bis')] }, anna);
    if (!applied.ok) throw new Error('not applied');
    const { entry } = applied;
    await writeFile(join(dir, PROGRAMME), old);
    await rm(join(dir, '.history/history.jsonl'));
    await writeFile(stateFile(dir), JSON.stringify({ generation: 1, pending: { version: entry.to, entry } }));
    const format = () => formatFolder({ dir, check: false, locale: 'en' });
    expect(await alone(dir, 'en', format)).toMatchObject({ status: 0 });
    expect(await readState(dir)).toEqual({ generation: 1, pending: null });
    expect(await readFile(join(dir, PROGRAMME), 'utf8')).toContain(' bis!"');
    expect(await openStore(dir).history()).toEqual([entry]);
  });
});
