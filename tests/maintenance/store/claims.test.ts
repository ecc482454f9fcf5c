import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openClaims } from '../../../src/maintenance/store/claims.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'claims-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('of all that share a folder one gets a claim, once, however many ask at the same time', async () => {
  const replicas = Array.from({ length: 8 }, () => openClaims(dir));
  const all = await Promise.all([...replicas, ...replicas].map(({ claim }) => claim('69308347c024-1')));
  expect(all.filter((isOwn) => isOwn)).toHaveLength(1);
  expect(await openClaims(dir).claim('69308347c024-1')).toBe(false);
  expect(await openClaims(dir).claim('69308347c024-2')).toBe(true);
  expect(await readFile(join(dir, '.history', '.gitignore'), 'utf8')).toBe('*\n');
});

test('what was given back can be claimed again, by anyone', async () => {
  const [one, other] = [openClaims(dir), openClaims(dir)];
  expect([await one.claim('a'), await other.claim('a')]).toEqual([true, false]);
  await one.release('a');
  expect([await other.claim('a'), await one.claim('a')]).toEqual([true, false]);
});

test('where the folder cannot be written, each process claims once for itself', async () => {
  await writeFile(join(dir, '.history'), 'a file in the place of the folder');
  const [one, other] = [openClaims(dir), openClaims(dir)];
  expect([await one.claim('a'), await one.claim('a')]).toEqual([true, false]);
  expect(await other.claim('a')).toBe(true);
  await one.release('a');
  expect(await one.claim('a')).toBe(true);
});

test('claims older than a month go; a key that is no name of a file claims nothing', async () => {
  const { claim } = openClaims(dir);
  await claim('old');
  await utimes(join(dir, '.history', 'claims', 'old'), new Date('2020-01-01'), new Date('2020-01-01'));
  expect([await claim('new'), await claim('../x'), await claim('')]).toEqual([true, false, false]);
  expect(await readdir(join(dir, '.history', 'claims'))).toEqual(['new']);
});

test('what was claimed of late is counted by its ending, whoever claimed it, unless it was given back', async () => {
  const [one, other] = [openClaims(dir), openClaims(dir)];
  for (const key of ['a-1', 'b-1', 'c-2', 'd-1']) await one.claim(key);
  await one.release('b-1');
  const old = new Date(Date.now() - 10_000);
  await utimes(join(dir, '.history', 'claims', 'd-1'), old, old);
  expect([
    await other.recent('-1', 9000),
    await other.recent('-1', 60_000),
    await other.recent('-2', 9000),
  ]).toEqual([1, 2, 1]);
});

test('where the folder cannot be written, each process counts its own claims', async () => {
  await writeFile(join(dir, '.history'), 'a file in the place of the folder');
  const [one, other] = [openClaims(dir), openClaims(dir)];
  await one.claim('a-1');
  expect([await one.recent('-1', 9000), await other.recent('-1', 9000)]).toEqual([1, 0]);
});
