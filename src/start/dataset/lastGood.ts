import type { Logger } from 'pino';
import { bounded } from '../../discord/bounded.ts';
import { describeError } from '../../discord/safeError.ts';
import type { LastGood } from '../../live/lastGood.ts';
import type { RawFile } from '../../load/read.ts';
import { goodVersions, keepGood } from '../../maintenance/store/lastGood.ts';

/** How long a new dataset waits until it is kept; beyond that it answers, and is kept while it does. */
const PATIENCE_MS = 1000;

/** The last good dataset, kept beside the files of DATA_DIR; where that cannot be written, one warning says so. */
export function openLastGood(dir: string, log: Logger): LastGood {
  let wanted = '';
  let last: Promise<void> = Promise.resolve();
  let warned = false;

  const warn = (details: object) => {
    if (warned) return;
    warned = true;
    log.warn(
      { dir, ...details },
      'the dataset that answers cannot be kept: a start with broken files would not answer from it',
    );
  };
  const keep = async (version: string, files: readonly RawFile[]) => {
    // A newer one waits already.
    if (version !== wanted) return;
    const done = await keepGood(dir, version, files);
    if (!done.ok) warn(done);
  };

  return {
    async keep(version, files) {
      wanted = version;
      last = last
        .then(() => keep(version, files))
        .catch((error: unknown) => warn({ err: describeError(error) }));
      await bounded(last, PATIENCE_MS);
    },
    async *all() {
      try {
        yield* goodVersions(dir, (version) =>
          log.warn({ dir, version }, 'a good version that was kept is damaged: one before it answers'),
        );
      } catch (error) {
        log.error({ dir, err: describeError(error) }, 'the last good dataset cannot be read');
      }
    },
  };
}
