import { isDeepStrictEqual } from 'node:util';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import type { Reply } from '../reply.ts';
import type { Request } from '../request.ts';

/**
 * What the buttons under an answer carry: the request as understood, or as asked where only that gives this very
 * answer (a question can be two requests at once).
 */
export function storedIn(desk: Desk, asked: Request, reply: Reply): Request {
  const understood = reply.request;
  return understood && answersAlike(desk, asked, understood, reply) ? understood : asked;
}

function answersAlike(desk: Desk, asked: Request, understood: Request, reply: Reply): boolean {
  if (asked.command === understood.command) return true;
  return isDeepStrictEqual(ask(desk, { ...understood, locale: asked.locale }).card, reply.card);
}
