import type { Desk } from '../desk/desk.ts';
import type { LiveDesk } from './liveDesk.ts';

/** The desk that answers now, and how it stands with its files. */
export function withCondition({ desk, status }: Pick<LiveDesk, 'desk' | 'status'>): () => Desk {
  return () => {
    const { loadedAt, last, report } = status();
    const drafts = report.drafts.map(({ date, left }) => ({ date, left: left.length }));
    return { ...desk(), condition: { now: new Date(), loadedAt, last, drafts } };
  };
}
