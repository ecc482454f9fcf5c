import { isDeepStrictEqual } from 'node:util';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import type { Reply } from '../reply.ts';
import type { Request } from '../request.ts';
import { encode } from './customId.ts';

/**
 * What a share button carries: the request as understood, or as asked where only that gives this very answer
 * (a question can be two requests at once). Null for what is no answer, and where it does not fit.
 */
export function shareId(desk: Desk, asked: Request, reply: Reply): string | null {
  if (reply.outcome !== 'answer') return null;
  const understood = reply.request;
  if (!understood || !answersAlike(desk, asked, understood, reply)) return encode('share', asked);
  return encode('share', understood);
}

function answersAlike(desk: Desk, asked: Request, understood: Request, reply: Reply): boolean {
  if (asked.command === understood.command) return true;
  return isDeepStrictEqual(ask(desk, { ...understood, locale: asked.locale }).card, reply.card);
}
