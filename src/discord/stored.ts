import { isDeepStrictEqual } from 'node:util';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { otherMeasures } from '../nextSteps.ts';
import type { Choice, Reply } from '../reply.ts';
import type { Request } from '../request.ts';
import { encode, type Stored } from './customId.ts';
import { DATE } from './options.ts';

/** What the buttons under an answer carry: the request that gives it again, and which part of it is shown. */
export type Carried = {
  readonly stored: Stored;
  readonly page: number;
  /** The same answer by another measure. */
  readonly others: readonly Choice[];
};

/** Null where an answer followed a question before it and cannot be had again without it. */
export function carriedBy(desk: Desk, asked: Request, reply: Reply, page = 1): Carried | null {
  const request = storedIn(desk, asked, reply);
  if (!request) return null;
  const stored = dated(desk, request, reply);
  const others = otherMeasures(desk, { ...reply, request: { ...request, ...stored } });
  return { stored, page, others };
}

/**
 * The request as understood, or as asked where only that gives this very answer (a question can be two requests at
 * once). A press knows of no question before, so that no button gives other figures than those it stands under.
 */
function storedIn(desk: Desk, asked: Request, reply: Reply): Request | null {
  const understood = reply.request;
  if (!understood) return asked;
  if (asked.command === understood.command) return understood;
  const afresh = ask(desk, { ...understood, locale: asked.locale });
  if (isDeepStrictEqual(afresh.card, reply.card)) return understood;
  if (isDeepStrictEqual(ask(desk, asked).card, reply.card)) return asked;
  return isDeepStrictEqual(afresh.facts, reply.facts) ? understood : null;
}

const LONGEST_PAGE = { page: '99' };

/** With the date that the answer has, so that it stays the same when newer figures come; if there is room for it. */
function dated({ dataset }: Desk, { command, options }: Request, { facts }: Reply): Stored {
  const plain = { command, options };
  if (options[DATE] !== undefined || !facts.some(({ asOf }) => asOf === dataset.latest.date)) return plain;
  const whole = { command, options: { ...options, [DATE]: dataset.latest.date } };
  const longest = { command, options: { ...whole.options, ...LONGEST_PAGE } };
  return encode('source', longest) === null ? plain : whole;
}
