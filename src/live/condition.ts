import type { Desk } from '../desk.ts';
import type { LiveDesk } from './liveDesk.ts';

/** The desk that answers now, and how it stands with its files. */
export function withCondition({ desk, status }: Pick<LiveDesk, 'desk' | 'status'>): () => Desk {
  return () => {
    const { loadedAt, last } = status();
    return { ...desk(), condition: { now: new Date(), loadedAt, last } };
  };
}
