import { beforeAll, expect, test } from 'vitest';
import { AT_ONCE } from '../../bench/rolling/traffic.ts';
import { missing, walk } from '../../bench/rolling/walk.ts';
import { compile } from '../live/compiled.ts';

beforeAll(compile);

const unless = missing.length === 0 ? '' : ` (skipped: ${missing.join(' and ')} is not here)`;

// `npm run rolling` is the same for a minute.
test.skipIf(missing.length > 0)(
  `behind nginx nothing is lost while replicas stop, are killed and get other data, and Redis goes${unless}`,
  async () => {
    const run = await walk(1);
    expect(run.lostByStopping, run.givenUp.join('\n')).toBe(0);
    // What a killed replica had in flight nginx sends to another one, which waits for the claim to expire.
    expect(run.lostByKilling).toBeLessThanOrEqual(AT_ONCE);
    expect(run.errors).toEqual([]);
    expect(run.statuses).toEqual([0, 0, 0, 0]);
    expect([run.stopped, run.killed, run.reloaded]).toEqual([4, 1, 1]);
    for (const count of [run.reports, run.twice, run.followed]) expect(count).toBeGreaterThan(0);
    // A report is kept once, whatever is sent again; one whose replica died after keeping it may be kept once more.
    expect(run.unlike).toBe(0);
    expect(run.kept).toBeGreaterThanOrEqual(run.reports);
    expect(run.kept).toBeLessThanOrEqual(run.reports + run.uncertain);
  },
);
