import type { Log } from '../safeError.ts';

/**
 * Discord takes a response for three seconds after it sent the interaction, and the way here and back takes some of them:
 * what has waited for longer than this is answered in vain.
 */
export const LONGEST_WAIT_MS = 2500;

const CUT_AT = 1000;
/** A burst that does not end is told at least as often as this. */
const TOLD_EVERY_MS = 10_000;

type Turn = {
  /** By the clock of this process alone. */
  readonly received: number;
  /** Whether it is of no use after `LONGEST_WAIT_MS`. */
  readonly expires: boolean;
  readonly work: (received: number) => Promise<void>;
};

export type Turns = {
  /** Settles when the work is done, or was dropped; never rejects where the work does not. */
  readonly take: (work: Turn['work'], expires: boolean) => Promise<void>;
};

/**
 * Work in the order of its arrival, one piece in each turn of the event loop: many frames come in one read, and without
 * a pause between two answers none of them would leave before the last was made, while the timers of those that did
 * leave ran out. All have the same time, so the order of arrival is the one in which the fewest come too late.
 */
export function newTurns(log: Pick<Log, 'warn'>): Turns {
  /** Taken from the front by an index, and cut now and then: shifting a long list would move it each time. */
  let waiting: { readonly turn: Turn; readonly settle: (done: Promise<void> | undefined) => void }[] = [];
  let next = 0;
  const late = newLate(log);

  function runOne(): void {
    const one = waiting[next];
    next += 1;
    // What was answered goes also while the list never gets empty.
    if (next === waiting.length || next === CUT_AT) {
      waiting = waiting.slice(next);
      next = 0;
    }
    if (waiting.length > 0) setImmediate(runOne);
    if (!one) return;
    const { received, expires, work } = one.turn;
    const waitedMs = performance.now() - received;
    const isLate = expires && waitedMs > LONGEST_WAIT_MS;
    if (isLate) late.dropped(waitedMs);
    one.settle(isLate ? undefined : work(received));
    if (waiting.length === 0) late.tell();
  }

  return {
    take: (work, expires) =>
      new Promise((settle) => {
        waiting.push({ turn: { received: performance.now(), expires, work }, settle });
        if (waiting.length === 1) setImmediate(runOne);
      }),
  };
}

/** Counts what was dropped and says so once a burst. */
function newLate(log: Pick<Log, 'warn'>) {
  let [dropped, longestMs, began] = [0, 0, 0];
  const tell = () => {
    if (dropped === 0) return;
    log.warn(
      { dropped, longestMs: Math.round(longestMs) },
      'more came than could be answered in time: those that waited too long were dropped',
    );
    [dropped, longestMs] = [0, 0];
  };
  return {
    tell,
    dropped(waitedMs: number) {
      if (dropped === 0) began = performance.now();
      dropped += 1;
      longestMs = Math.max(longestMs, waitedMs);
      if (performance.now() - began > TOLD_EVERY_MS) tell();
    },
  };
}
