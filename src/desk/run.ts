import type { Card } from '../cards/card.ts';
import { dress } from '../cards/dress.ts';
import { withOtherNames } from '../cards/words/otherNames.ts';
import { phrases } from '../locale/phrases.ts';
import type { Locale } from '../model/locale.ts';
import type { Request } from '../model/request.ts';
import type { Answered } from '../question/known.ts';
import type { Wanted } from '../question/reading.ts';
import type { Command, Query } from './command.ts';
import type { Desk } from './desk.ts';
import { doubtReply, refusalCard } from './doubts.ts';
import { asNamedThen } from './named.ts';
import type { Reply } from './reply.ts';
import { type Resolution, resolve } from './resolve.ts';

/** The answer of a command to the options of a request, on a card. */
export function run(desk: Desk, command: Command, request: Request): Reply {
  const resolved = resolve(desk, command, request);
  if (!resolved.ok) return doubtReply(desk, command, request, resolved.doubt);
  const answer = command.run(asNamedThen(queryOf(desk, resolved)));
  const body = answer.present(request.locale);
  const empty = body.headline === '';
  const absent = answer.facts.length === 0 && (answer.absences ?? []).length > 0;
  const refused = absent || empty || body.tone === 'refusal';
  const cited = absent ? (answer.absences ?? []).flatMap(({ nearest }) => nearest) : answer.facts;
  const subjects = [...answer.facts, ...(answer.absences ?? [])].map(({ subject }) => subject);
  const understood = { ...request, options: resolved.ids };
  return {
    outcome: refused ? 'refuse' : 'answer',
    request: understood,
    requests: [understood],
    facts: answer.facts,
    choices: [],
    card: empty
      ? nothingCard(body.title, request.locale)
      : withOtherNames(dress(body, cited, request.locale), desk.dataset, subjects, request.locale),
    chart: refused ? null : answer.chart(request.locale),
  };
}

/** Nothing matches the request, such as the initiatives of an axis that has none. */
function nothingCard(title: string, locale: Locale): Card {
  const { notInSource, nothingFits } = phrases[locale];
  return refusalCard(title.trim() || notInSource, nothingFits);
}

const NOT_ANSWERED: Answered = { outcome: 'refuse', facts: [], absences: [] };

/** The facts of a request, without a card. */
export function answered(desk: Desk, wanted: Wanted): Answered {
  const command = desk.catalogue.get(wanted.command);
  const resolved = command && resolve(desk, command, { ...wanted, locale: 'it' });
  if (!command || !resolved?.ok) return NOT_ANSWERED;
  const { facts, absences = [] } = command.run(queryOf(desk, resolved));
  const ofThings = Object.values(resolved.options).some((value) => Array.isArray(value));
  return { outcome: facts.length > 0 || !ofThings ? 'answer' : 'refuse', facts, absences };
}

function queryOf(desk: Desk, { snapshots, options }: Extract<Resolution, { ok: true }>): Query {
  return {
    dataset: desk.dataset,
    snapshot: snapshots[0],
    snapshots,
    commands: [...desk.catalogue.values()],
    condition: desk.condition ?? null,
    examples: desk.examples,
    options,
  };
}
