import { newMemory, type SharedMemory, UNTIL_PUSHED_OUT } from './memory.ts';
import { newOnce, type Once } from './once.ts';
import { ALONE, type Processes } from './processes.ts';

/** What the processes of one bot remember between requests. */
export type Shared = {
  /** By person and channel, for ten minutes. */
  readonly requests: SharedMemory;
  /** By message of the bot. */
  readonly answers: SharedMemory;
  readonly once: Once;
  readonly processes: Processes;
  /** Whether the place that processes share is in reach; null for a process that shares none. */
  readonly isInReach: () => boolean | null;
};

/** The memory of a process that shares none. */
export function ownMemory(): Shared {
  return {
    requests: newMemory(),
    answers: newMemory(UNTIL_PUSHED_OUT),
    once: newOnce(null),
    processes: ALONE,
    isInReach: () => null,
  };
}
