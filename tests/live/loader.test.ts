import { beforeAll, describe, expect, it } from 'vitest';
import { openLoader } from '../../src/live/loader.ts';
import { compile, worker } from './compiled.ts';
import { smallDataset } from './small.ts';

beforeAll(compile);

const good = { files: smallDataset(3), findings: [] };

describe('the thread that loads', () => {
  it('takes the next job after one that it could not be given', async () => {
    const loader = openLoader({ worker: worker() });
    const unsendable = {
      files: [{ file: 'programme.json', bytes: (() => 0) as unknown as Buffer }],
      findings: [],
    };
    const results = [await loader.check(unsendable), await loader.check(good)];
    await loader.close();
    expect(results.map(({ ok }) => ok)).toEqual([false, true]);
    expect(results[0]?.findings).toHaveLength(1);
  });

  it('says so where it cannot be started, each time', async () => {
    const loader = openLoader({ worker: new URL('file:///nowhere/thread.js') });
    const results = await Promise.all([loader.check(good), loader.check(good)]);
    await loader.close();
    expect(results.map(({ ok, findings }) => [ok, findings.length])).toEqual([
      [false, 1],
      [false, 1],
    ]);
  });

  it('finds out which file an upload is, and is not ended by one that does not fit into it', async () => {
    const loader = openLoader({ worker: worker() });
    const roles = [];
    for (const text of ['{"date":"2030-12-31"}', `[${'0,'.repeat(4_000_000)}0]`, '{"axes":[]}', '{']) {
      roles.push(await loader.role(Buffer.from(text)));
    }
    await loader.close();
    expect(roles).toMatchObject([
      { file: 'snapshots/2030-12-31.json', findings: [] },
      { file: null, findings: [{ file: '.', rule: 'loads' }] },
      { file: 'programme.json', findings: [] },
      { file: null, findings: [{ file: 'file', rule: 'json' }] },
    ]);
  });
});
