import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { maintainersTeller } from '../../src/discord/maintenance/tellMaintainers.ts';
import { openClaims } from '../../src/maintenance/store/claims.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'told-'));
});
afterEach(() => rm(dir, { recursive: true }));

const say = () => undefined;
const log = { debug: say, info: say, warn: say, error: say };

/** Replicas on one folder, which hand each refusal to the next of them; and whom they told, of which nonce. */
function replicas(maintainers: readonly string[]) {
  const told: string[] = [];
  const send = async (maintainer: string) => {
    told.push(maintainer);
    return { outcome: 'sent' } as const;
  };
  const tellers = [0, 1].map(() =>
    maintainersTeller({ maintainers, send, claims: openClaims(dir), locale: 'en', log }),
  );
  let turn = 0;
  const refuse = async (version: string) => {
    turn += 1;
    await tellers[turn % 2]?.({ version, findings: [], date: '2020-12-31' });
  };
  return { told, refuse };
}

async function anHourLater(): Promise<void> {
  const folder = join(dir, '.history', 'claims');
  const then = new Date(Date.now() - 61 * 60 * 1000);
  for (const name of await readdir(folder)) await utimes(join(folder, name), then, then);
}

test('of bad files that follow each other a maintainer hears twice an hour, over all replicas', async () => {
  const { told, refuse } = replicas(['11', '22']);
  for (const version of ['a', 'b', 'c', 'd', 'd']) await refuse(version);
  expect(told).toEqual(['11', '22', '11', '22']);
  await anHourLater();
  // What is there now had to wait; what was told is not told again.
  for (const version of ['d', 'd', 'a', 'e', 'f']) await refuse(version);
  expect(told.slice(4)).toEqual(['11', '22', '11', '22']);
});

test('a maintainer whose id ends as that of another one has messages of their own', async () => {
  const { told, refuse } = replicas(['511', '11']);
  for (const version of ['a', 'b', 'c']) await refuse(version);
  expect(told).toEqual(['511', '11', '511', '11']);
});
