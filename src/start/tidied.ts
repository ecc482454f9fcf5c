import type { KeptLines } from '../maintenance/kept/keptLines.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What people said goes when its time is over, also where nobody says anything more; gives what ends that. */
export function tidied(kept: readonly Pick<KeptLines<never>, 'tidy'>[]): () => void {
  const tidy = () => {
    for (const each of kept) void each.tidy(new Date());
  };
  tidy();
  const timer = setInterval(tidy, DAY_MS).unref();
  return () => clearInterval(timer);
}
