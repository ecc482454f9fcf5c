import type { Desk } from '../desk/desk.ts';
import type { Reply } from '../desk/reply.ts';
import { type Asked, asked } from '../maintenance/missed/question.ts';
import type { Request } from '../model/request.ts';
import { ASK, QUESTION } from './options.ts';

/**
 * What a person wrote and the reply leaves without an answer: their question, or the name that they typed into an
 * option. Null where all was answered, or everything was picked and nothing written.
 */
export function missedIn(desk: Desk, { command, options, locale }: Request, reply: Reply): Asked | null {
  const { shortfall, requests } = reply;
  if (!shortfall) return null;
  const text = command === ASK ? options[QUESTION] : shortfall.words[0];
  if (text === undefined) return null;
  return asked({ locale, text, command, shortfall, requests, version: desk.dataset.version });
}
