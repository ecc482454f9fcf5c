import type { Log } from '../safeError.ts';

const DISCORD_EPOCH = 1_420_070_400_000;
/** So many in a row tell a wrong clock from a single event that was sent again. */
const ROW = 20;
/** What is sent again after a cut, or waited in a busy process, is of different ages. */
const STEADY_MS = 1000;
/** An event is on its way for less than this; one that is younger than nothing is of the future. */
const LATEST_MS = 2000;
const EARLIEST_MS = -1000;

/** Milliseconds since an id was made, by the clock of this machine, which may be wrong; null for what is no id. */
export function ageOf(id: string): number | null {
  return /^\d{1,20}$/.test(id) ? Date.now() - (Number(BigInt(id) >> 22n) + DISCORD_EPOCH) : null;
}

/**
 * Compares the clock of this machine with Discord's. Nothing depends on it: a wrong clock must not silence the bot. A skew
 * of many events in a row is one warning, and is told again only after the clock was right.
 */
export function newClock(log: Pick<Log, 'warn'>) {
  let row: number[] = [];
  let told = false;
  return {
    received(id: string): void {
      const ageMs = ageOf(id);
      if (ageMs === null) return;
      if (ageMs >= EARLIEST_MS && ageMs <= LATEST_MS) {
        row = [];
        told = false;
        return;
      }
      if (told) return;
      if (row.some((other) => Math.abs(other - ageMs) > STEADY_MS)) row = [];
      row.push(ageMs);
      if (row.length < ROW) return;
      const skewMs = row.toSorted((a, b) => a - b)[ROW / 2] ?? 0;
      told = true;
      row = [];
      log.warn(
        { skewMs },
        `the clock of this machine seems to be ${skewMs > 0 ? 'ahead of' : 'behind'} Discord's: set it (NTP); answers go on`,
      );
    },
  };
}
