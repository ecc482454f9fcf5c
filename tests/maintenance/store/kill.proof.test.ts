import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { loadDataset } from '../../../src/load/load.ts';
import { readState } from '../../../src/load/pending.ts';
import { readFolder } from '../../../src/load/read.ts';
import { openStore } from '../../../src/maintenance/store/store.ts';
import { withCopy } from '../../check/copy.ts';
import { compile, runCode, until } from '../../live/compiled.ts';
import { PROGRAMME, renamed, rewritten, SNAPSHOT, versionIn } from './folder.ts';

beforeAll(compile);

/**
 * Changes a folder back and forth between two datasets that differ in four files, one of which exists in one of them
 * only, for as long as it lives. It takes both for good, as they are, so that nearly all of its time is writing.
 */
const CHANGING = `
  import { versionOf } from 'COMPILED/load/version.js';
  import { readFolder } from 'COMPILED/load/read.js';
  import { openStore } from 'COMPILED/maintenance/store/store.js';
  const [dir, first, second] = process.argv.slice(2);
  const check = async ({ files }) => ({ ok: true, dataset: { version: versionOf(files) }, findings: [] });
  const store = openStore(dir, check);
  await store.recover();
  for (let turn = 0; ; turn += 1) {
    const now = versionOf((await readFolder(dir)).files);
    const done = await store.rollback(now === first ? second : first, { by: 'turn ' + turn, at: new Date() });
    if (!done.ok) throw new Error(JSON.stringify(done));
    if (turn === 0) console.log('changing');
  }
`;

it('leaves the old dataset or the new one, whole, and a history that can be read, whenever it is killed', async () => {
  await withCopy(async (dir) => {
    const [first, second] = await twoVersions(dir);
    let interrupted = 0;
    for (let kill = 0; kill < 40; kill += 1) {
      const { child, said, ended } = await runCode('changing', CHANGING, [dir, first, second]);
      await until(() => said.out !== '' || child.exitCode !== null);
      expect(said.err).toBe('');
      // Spread over a change, which takes some ten milliseconds.
      await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 30));
      child.kill('SIGKILL');
      await ended;
      const { files, findings } = await readFolder(dir);
      expect(findings).toEqual([]);
      const version = await versionIn(dir);
      expect([first, second]).toContain(version);
      expect(files.length).toBe(version === first ? 10 : 9);
      const history = await openStore(dir).history();
      expect(history[0]?.to).toBe(version);
      expect(history.map(({ id }) => id)).toEqual(history.map((_, at) => history.length - at));
      if ((await readState(dir)).pending) interrupted += 1;
      // A dead one's lock goes stale after five seconds; that it does is another test's matter.
      await rm(join(dir, '.history/lock'), { recursive: true, force: true });
    }
    expect(interrupted).toBeGreaterThan(0);
    await openStore(dir).recover();
    await rm(join(dir, '.history/state.json'));
    expect([first, second]).toContain(await versionIn(dir));
    expect((await loadDataset(dir)).ok).toBe(true);
  });
}, 240_000);

it('goes on by itself once the lock of a killed one is stale', async () => {
  await withCopy(async (dir) => {
    const [first, second] = await twoVersions(dir);
    const lock = join(dir, '.history/lock');
    while (!existsSync(lock)) {
      const { child, ended } = await runCode('changing', CHANGING, [dir, first, second]);
      await until(() => existsSync(lock) || child.exitCode !== null);
      child.kill('SIGKILL');
      await ended;
    }
    const change = { files: [await renamed(dir, 'dopo')] };
    expect(await openStore(dir).apply(change, { by: 'anna', at: new Date() })).toMatchObject({ ok: true });
  });
}, 120_000);

it('makes the changes of several processes one after the other', async () => {
  await withCopy(async (dir) => {
    const [first, second] = await twoVersions(dir);
    const before = (await openStore(dir).history()).length;
    const some = CHANGING.replace('turn = 0; ;', 'turn = 0; turn < 5;').replace(
      'if (!done.ok)',
      "if (!done.ok && done.reason !== 'unchanged')",
    );
    const running = await Promise.all([1, 2, 3].map(() => runCode('changing', some, [dir, first, second])));
    await Promise.all(running.map(({ ended }) => ended));
    expect(running.map(({ said, child }) => [said.err, child.exitCode])).toEqual(running.map(() => ['', 0]));
    const history = (await openStore(dir).history()).toReversed();
    expect(history.length).toBeGreaterThan(before + 5);
    expect(history.map(({ id }) => id)).toEqual(history.map((_, at) => at + 1));
    expect(history.slice(1).map(({ from }) => from)).toEqual(history.slice(0, -1).map(({ to }) => to));
    expect(history.at(-1)?.to).toBe(await versionIn(dir));
  });
}, 120_000);

/** Both are kept, and good. */
async function twoVersions(dir: string): Promise<readonly [string, string]> {
  const first = await versionIn(dir);
  const other = 'snapshots/2014-12-31.json';
  const files = [
    await renamed(dir, 'bis'),
    await rewritten(dir, SNAPSHOT, (text) => `${text}\n`),
    await rewritten(dir, other, (text) => `${text}\n`),
  ];
  const change = { files, remove: ['snapshots/2022-06-30.json'] };
  const applied = await openStore(dir).apply(change, { by: 'anna', at: new Date() });
  if (!applied.ok) throw new Error(JSON.stringify(applied));
  expect(applied.entry.files).toEqual([PROGRAMME, other, SNAPSHOT, 'snapshots/2022-06-30.json']);
  return [first, applied.entry.to];
}
