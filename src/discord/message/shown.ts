import type { Desk } from '../../desk/desk.ts';
import type { Reply } from '../../desk/reply.ts';
import type { Locale } from '../../model/locale.ts';
import type { Request } from '../../model/request.ts';
import type { Stored } from '../ids/press.ts';
import { ASK, DATE } from '../options.ts';

/** An answer, and what the buttons under it carry: the requests that give it again, and which part of it is shown. */
export type Shown = {
  readonly desk: Desk;
  readonly reply: Reply;
  readonly locale: Locale;
  readonly requests: readonly Stored[];
  /** From 1. */
  readonly page: number;
  /** The question as it was asked; null for a command. */
  readonly question: Stored | null;
};

/** Requests as understood know of no question before: no button gives other figures than those it stands under. */
export function shownAs(desk: Desk, { command, options, locale }: Request, reply: Reply, page = 1): Shown {
  const asked = { command, options };
  const requests = storedOf(desk, reply);
  return {
    desk,
    reply,
    locale,
    requests: requests.length > 0 ? requests : [asked],
    page,
    question: command === ASK ? asked : null,
  };
}

/** The requests of a reply with the date that the reply has: it stays the same when newer figures come. */
export function storedOf({ dataset }: Desk, { requests, facts }: Reply): readonly Stored[] {
  const { date } = dataset.latest;
  const isLatest = facts.some(({ asOf }) => asOf === date);
  return requests.map(({ command, options }) => ({
    command,
    options: isLatest ? { ...options, [DATE]: options[DATE] ?? date } : options,
  }));
}
