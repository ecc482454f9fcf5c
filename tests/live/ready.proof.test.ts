import { chown, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { checkedDesk } from '../../src/live/checkedDesk.ts';
import { keepReady, type ReadyDesk, readReady } from '../../src/live/ready.ts';
import { type RawDataset, readFolder } from '../../src/load/read.ts';
import { compile, runBin } from './compiled.ts';
import { smallDataset, writeDataset } from './small.ts';

const BUILD = 'the build of this test';
const QUESTION = 'quanto ha certificato l’asse II?';
const commands = [...(await loadCatalogue()).values()];

const folders: string[] = [];
async function newFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'ready-'));
  folders.push(dir);
  return dir;
}
afterAll(() => Promise.all(folders.map((dir) => rm(dir, { recursive: true, force: true }))));

const ready = (dir: string) => join(dir, '.history', 'ready');

describe('a desk that an earlier start checked', () => {
  let dir: string;
  let raw: RawDataset;
  let checked: ReadyDesk;
  beforeEach(async () => {
    dir = await newFolder();
    await writeDataset(dir, smallDataset(3));
    raw = await readFolder(dir);
    const made = await checkedDesk({ raw, sourceDir: null, commands });
    if (!made.ok) throw new Error('the small dataset has errors');
    checked = { desk: made.desk, report: made.report };
    await keepReady(dir, raw, checked, BUILD);
  });

  it('is what the check and the building give, and cannot be changed', async () => {
    const found = await readReady(dir, raw, null, BUILD);
    expect(found).toEqual(checked);
    expect(Object.isFrozen(found?.desk.dataset.snapshots[0]?.figures)).toBe(true);
  });

  it('is not taken for other files', async () => {
    await writeDataset(dir, smallDataset(7));
    expect(await readReady(dir, await readFolder(dir), null, BUILD)).toBeNull();
  });

  it('is not taken where a file was added that does not belong there', async () => {
    await writeFile(join(dir, 'snapshots', 'copy.json'), '{}');
    expect(await readReady(dir, await readFolder(dir), null, BUILD)).toBeNull();
  });

  it('is not taken by another build, nor by a program that is not built', async () => {
    expect(await readReady(dir, raw, null, 'another')).toBeNull();
    expect(await readReady(dir, raw, null)).toBeNull();
  });

  it('is not taken where it is damaged, wherever that is', async () => {
    const whole = await readFile(ready(dir));
    for (const at of [0, 31, 32, 40, Math.floor(whole.length / 2), whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      await writeFile(ready(dir), damaged);
      expect(await readReady(dir, raw, null, BUILD)).toBeNull();
    }
    for (const size of [0, 31, 32, whole.length - 1]) {
      await writeFile(ready(dir), whole.subarray(0, size));
      expect(await readReady(dir, raw, null, BUILD)).toBeNull();
    }
  });

  it('is one file, whatever was kept before', async () => {
    for (const build of ['a', 'b', 'c']) await keepReady(dir, raw, checked, build);
    expect((await readdir(join(dir, '.history'))).toSorted()).toEqual(['.gitignore', 'ready']);
    expect(await readReady(dir, raw, null, BUILD)).toBeNull();
    expect(await readReady(dir, raw, null, 'c')).toEqual(checked);
  });
});

describe.runIf(process.getuid?.() === 0)('the administrator', () => {
  it('leaves nothing in the folder of somebody else', async () => {
    const dir = await newFolder();
    await writeDataset(dir, smallDataset(3));
    const raw = await readFolder(dir);
    const made = await checkedDesk({ raw, sourceDir: null, commands });
    if (!made.ok) throw new Error('the small dataset has errors');
    await chown(dir, 1000, 1000);
    await keepReady(dir, raw, made, BUILD);
    expect(await readdir(dir)).not.toContain('.history');
    await chown(dir, 0, 0);
    await keepReady(dir, raw, made, BUILD);
    expect(await readdir(dir)).toContain('.history');
  });
});

describe('a built program', () => {
  beforeAll(compile);

  async function ask(dir: string, sourceDir = join(dir, 'sources')) {
    const { said, ended } = runBin('ask', { DATA_DIR: dir, SOURCE_DIR: sourceDir }, [QUESTION]);
    await ended;
    return said;
  }

  async function folderOfData(): Promise<string> {
    const dir = await newFolder();
    await cp('data', dir, { recursive: true, filter: (path) => !path.includes('.history') });
    return dir;
  }

  it('gives the same answer when it finds one as when it checks', async () => {
    const dir = await folderOfData();
    const first = await ask(dir);
    expect(first).toMatchObject({ out: expect.stringContaining('109,8'), err: '' });
    const kept = await stat(ready(dir));
    expect(await ask(dir)).toEqual(first);
    // It was found: nothing was kept anew.
    expect((await stat(ready(dir))).mtimeMs).toBe(kept.mtimeMs);
  });

  it('refuses files with errors, whatever was kept before', async () => {
    const dir = await folderOfData();
    await ask(dir);
    const file = join(dir, 'snapshots', '2020-12-31.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"109,8"', '"119,8"'));
    const { out, err } = await ask(dir);
    expect([out, err.includes('2020-12-31.json')]).toEqual(['', true]);
  });

  it('checks again once the text of a document is there', async () => {
    const dir = await folderOfData();
    await ask(dir);
    const before = await readFile(ready(dir));
    const programme: { documents: readonly { text?: string }[] } = JSON.parse(
      await readFile(join(dir, 'programme.json'), 'utf8'),
    );
    const text = programme.documents.flatMap(({ text: name }) => name ?? [])[0] ?? '';
    const sources = await newFolder();
    await writeFile(join(sources, text), 'Another text.\n');
    const { out, err } = await ask(dir, sources);
    expect([out, err === '']).toEqual(['', false]);
    expect((await readFile(ready(dir))).equals(before)).toBe(true);
  });

  it('answers where nothing can be kept', async () => {
    const dir = await folderOfData();
    await writeFile(join(dir, '.history'), 'a file where the folder would be');
    expect(await ask(dir)).toMatchObject({ out: expect.stringContaining('109,8'), err: '' });
    expect((await readdir(dir)).toSorted()).toEqual(
      [...(await readdir('data')), '.history'].filter((name, at, all) => all.indexOf(name) === at).toSorted(),
    );
  });
});
