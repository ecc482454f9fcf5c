import { isDeepStrictEqual } from 'node:util';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import type { Reply } from '../reply.ts';
import type { Request } from '../request.ts';

/**
 * What the buttons under an answer carry: the request as understood, or as asked where only that gives this very
 * answer (a question can be two requests at once). A press knows of no question before: null where an answer
 * followed one and cannot be had without it, so that no button gives other figures than those it stands under.
 */
export function storedIn(desk: Desk, asked: Request, reply: Reply): Request | null {
  const understood = reply.request;
  if (!understood) return asked;
  if (asked.command === understood.command) return understood;
  const afresh = ask(desk, { ...understood, locale: asked.locale });
  if (isDeepStrictEqual(afresh.card, reply.card)) return understood;
  if (isDeepStrictEqual(ask(desk, asked).card, reply.card)) return asked;
  return isDeepStrictEqual(afresh.facts, reply.facts) ? understood : null;
}
