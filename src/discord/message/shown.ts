import type { Desk } from '../../desk/desk.ts';
import { otherMeasures } from '../../desk/nextSteps.ts';
import type { Choice, Reply } from '../../desk/reply.ts';
import type { Request } from '../../model/request.ts';
import type { Stored } from '../ids/press.ts';
import { ASK, DATE } from '../options.ts';

/** What the buttons under an answer carry: the requests that give it again, and which part of it is shown. */
export type Carried = {
  readonly requests: readonly Stored[];
  readonly page: number;
  /** The same answer by another measure. */
  readonly others: readonly Choice[];
  /** The question as it was asked; null for a command. */
  readonly question: Stored | null;
};

/** Requests as understood know of no question before: no button gives other figures than those it stands under. */
export function carriedBy(
  desk: Desk,
  { command, options, locale }: Request,
  reply: Reply,
  page = 1,
): Carried {
  const asked = { command, options };
  const requests = reply.requests.map((request) => dated(desk, request, reply));
  const [first, ...more] = requests;
  const only = first && more.length === 0 ? { ...first, locale } : null;
  return {
    requests: first ? requests : [asked],
    page,
    others: only ? otherMeasures(desk, { ...reply, request: only }) : [],
    question: command === ASK ? asked : null,
  };
}

/** With the date that the answer has, so that it stays the same when newer figures come. */
function dated({ dataset }: Desk, { command, options }: Request, { facts }: Reply): Stored {
  const isDated = options[DATE] !== undefined || !facts.some(({ asOf }) => asOf === dataset.latest.date);
  return { command, options: isDated ? options : { ...options, [DATE]: dataset.latest.date } };
}
