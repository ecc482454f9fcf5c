import type { RunningProcess, Way } from '../model/condition.ts';

/** The dataset that answers in a process. */
export type Answering = Pick<RunningProcess, 'version' | 'since'>;

/** The processes of one bot, each of which says every few seconds what answers there. */
export type Processes = {
  /** Makes this process known to the others, until the memory is closed; `answering` is called each time. */
  readonly announce: (way: Way, answering: () => Answering) => void;
  /** As last heard, this one first; none before it is announced, and where others are out of reach. */
  readonly all: () => readonly RunningProcess[];
};

export const ALONE: Processes = { announce: () => undefined, all: () => [] };
