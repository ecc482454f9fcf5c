import type { Request } from '../../model/request.ts';

/**
 * What a press does with its requests: answer them to the presser alone, post the answer in the channel, say where its
 * figures stand, send them as files, answer a question without what went before it, or put the answer before the
 * maintainers.
 */
export type Action = 'ask' | 'share' | 'source' | 'export' | 'afresh' | 'report';

/** A Request without its locale, which is the presser's. */
export type Stored = Pick<Request, 'command' | 'options'>;

export type Press = {
  readonly action: Action;
  /** Which part of a long answer, from 1; null for a press that turns no page. */
  readonly page: number | null;
  /** The requests of one card, in order; none only where a conversation starts afresh without a known question. */
  readonly requests: readonly Stored[];
  /** The question in the person's own words, where the message keeps it. */
  readonly question?: Stored;
};
