import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stateFile } from '../../../src/load/pending.ts';
import { readFolder } from '../../../src/load/read.ts';
import { write } from '../../../src/maintenance/form/edit.ts';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { withCopy } from '../../check/copy.ts';
import { PROGRAMME, renamed, rewritten, SNAPSHOT, versionIn } from '../store/folder.ts';

const textOf = ({ file, bytes }: { file: string; bytes: Uint8Array }) => ({
  file,
  text: Buffer.from(bytes).toString(),
});
const two = async (dir: string) => [
  textOf(await renamed(dir, 'bis')),
  textOf(await rewritten(dir, SNAPSHOT, (text) => `${text}\n`)),
];

it('several files that an editor writes with the lock leave no version and no entry behind', async () => {
  await withCopy(async (dir) => {
    const store = openStore(dir);
    await writeFile(join(dir, 'snapshots/appunti.txt'), 'notes of a person');
    const texts = [...(await two(dir)), { file: 'new.json', text: '{}' }];
    await store.alone(() => write(dir, texts));
    for (const { file, text } of texts) expect(await readFile(join(dir, file), 'utf8')).toBe(text);
    expect(await store.history()).toEqual([]);
    expect(await store.versions()).toEqual([]);
    expect(await readdir(join(dir, 'snapshots'))).toContain('appunti.txt');
    expect(JSON.parse(await readFile(stateFile(dir), 'utf8'))).toMatchObject({ pending: null });
  });
});

it('a version of the history stays where an editor makes it again', async () => {
  await withCopy(async (dir) => {
    const store = openStore(dir);
    const first = await versionIn(dir);
    const back = (await readFolder(dir)).files
      .filter(({ file }) => file === PROGRAMME || file === SNAPSHOT)
      .map(textOf);
    const files = (await two(dir)).map(({ file, text }) => ({ file, bytes: Buffer.from(text) }));
    await store.apply({ files }, { by: 'anna', at: new Date() });
    await store.alone(() => write(dir, back));
    expect(await versionIn(dir)).toBe(first);
    expect((await store.versions()).map(({ version }) => version)).toContain(first);
  });
});
