import type { Desk } from '../../desk/desk.ts';
import type { Reply } from '../../desk/reply.ts';
import type { Locale } from '../../model/locale.ts';
import type { Request } from '../../model/request.ts';
import type { Press, Stored } from '../ids/press.ts';
import { ASK, DATE } from '../options.ts';

/** An answer, the requests that its buttons carry to give it again, and the page that is shown. */
export type Shown = {
  readonly desk: Desk;
  readonly reply: Reply;
  readonly locale: Locale;
  readonly requests: readonly Stored[];
  /** From 1. */
  readonly page: number;
  /** The question in the person's own words; null for a command. */
  readonly question: Stored | null;
};

/** The picture of an answer stands on its first page only. */
export function hasPicture({ reply: { chart }, page }: Shown): boolean {
  return Boolean(chart) && page === 1;
}

/** The buttons carry the requests as understood, whole: no button gives other figures than its own message. */
export function shownAs(
  desk: Desk,
  { command, options, locale }: Request,
  reply: Reply,
  { page = null, question }: Partial<Pick<Press, 'page' | 'question'>> = {},
): Shown {
  const asked = { command, options };
  const requests = storedOf(desk, reply);
  return {
    desk,
    reply,
    locale,
    requests: requests.length > 0 ? requests : [asked],
    page: page ?? 1,
    question: question ?? (command === ASK ? asked : null),
  };
}

/** The requests of a reply with its date: the answer stays the same when newer figures come. */
export function storedOf({ dataset }: Desk, { requests, facts }: Reply): readonly Stored[] {
  const { date } = dataset.latest;
  const isLatest = facts.some(({ asOf }) => asOf === date);
  return requests.map(({ command, options }) => ({
    command,
    options: isLatest ? { ...options, [DATE]: options[DATE] ?? date } : options,
  }));
}
