import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { locked, MISSED_LOCK, REPORTS_LOCK } from '../../../src/maintenance/store/lock.ts';
import { withCopy } from '../../check/copy.ts';

test('a lock of a folder is kept fresh while other locks of that folder come and go in the same process', async () => {
  await withCopy(async (dir) => {
    const mtime = async () => (await stat(join(dir, '.history', 'lock'))).mtimeMs;
    await locked(dir, async ({ check }) => {
      const taken = await mtime();
      await Promise.all([REPORTS_LOCK, MISSED_LOCK].map((kind) => locked(dir, async () => null, kind)));
      // It is renewed every second; where it were not, another process would take it for that of a dead one.
      while ((await mtime()) === taken) await sleep(50);
      const renewed = await mtime();
      while ((await mtime()) === renewed) await sleep(50);
      expect(check).not.toThrow();
    });
  });
});
