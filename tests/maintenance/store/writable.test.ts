import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { readOnlyCode } from '../../../src/maintenance/store/writable.ts';
import { withCopy } from '../../check/copy.ts';
import { unprivileged } from './folder.ts';

const refused = { ok: false, reason: 'unwritable', code: 'EACCES' };

test('a folder that can be written is so, and keeps nothing of the trial', async () => {
  await withCopy(async (dir) => {
    expect(await openStore(dir).writable()).toEqual({ ok: true });
    expect(await readOnlyCode(dir)).toBeNull();
    expect([...(await readdir(dir)), ...(await readdir(join(dir, 'snapshots')))].join()).not.toContain(
      'write',
    );
    expect(await readdir(join(dir, '.history'))).toEqual(['.gitignore']);
  });
});

test.each(['.', 'snapshots', '.history'])('a folder in which %s cannot be written is not', async (part) => {
  await withCopy(async (dir) => {
    await mkdir(join(dir, '.history'));
    for (const folder of ['.', 'snapshots', '.history']) await chmod(join(dir, folder), 0o777);
    await unprivileged(async () => expect(await openStore(dir).writable()).toEqual({ ok: true }));
    await chmod(join(dir, part), 0o555);
    await unprivileged(async () => expect(await openStore(dir).writable()).toEqual(refused));
    await chmod(join(dir, part), 0o755);
  });
});

test('a folder without that of the snapshots can be filled again', async () => {
  await withCopy(async (dir) => {
    await rm(join(dir, 'snapshots'), { recursive: true });
    expect(await openStore(dir).writable()).toEqual({ ok: true });
  });
});

test('a folder that is not there cannot be written, and none is made', async () => {
  await withCopy(async (dir) => {
    const nowhere = join(dir, 'nowhere');
    expect(await openStore(nowhere).writable()).toEqual({ ...refused, code: 'ENOENT' });
    expect(await readOnlyCode(nowhere)).toBeNull();
    expect(await readdir(dir)).not.toContain('nowhere');
  });
});
