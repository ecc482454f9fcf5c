import type { Card } from '../cards/card.ts';
import { dress } from '../cards/dress.ts';
import { withOtherNames } from '../cards/words/otherNames.ts';
import { phrases } from '../locale/phrases.ts';
import type { Amount } from '../model/amount.ts';
import type { Locale } from '../model/locale.ts';
import type { Request } from '../model/request.ts';
import type { Answered } from '../question/known.ts';
import type { Wanted } from '../question/reading.ts';
import type { Command, Query } from './command.ts';
import type { Desk } from './desk.ts';
import { doubtReply, refusalCard } from './doubts.ts';
import { newKeeper } from './kept.ts';
import { asNamedThen } from './named.ts';
import type { Reply } from './reply.ts';
import { type Resolution, resolve } from './resolve.ts';

type Resolved = Extract<Resolution, { readonly ok: true }>;
type Body = Omit<Reply, 'request' | 'requests'>;

const bodies = newKeeper<Body>();

/** The answer of a command to the options of a request, on a card. */
export function run(desk: Desk, command: Command, request: Request): Reply {
  const resolved = resolve(desk, command, request);
  if (!resolved.ok) return doubtReply(desk, command, request, resolved.doubt);
  const understood = { ...request, options: resolved.ids };
  const { locale } = request;
  const body = command.ofTheMoment
    ? bodyOf(desk, command, resolved, locale)
    : bodies(desk, keyOf(command, resolved, locale), () => bodyOf(desk, command, resolved, locale));
  return { ...body, request: understood, requests: [understood] };
}

/**
 * Names of the dataset and numbers alone, never a person's words. An amount counts with its unit and its decimals, which
 * its id does not tell apart: "100" of what the measure is in is not "100 persone".
 */
function keyOf({ name }: Command, { ids, options, snapshots }: Resolved, locale = ''): string {
  const amounts = Object.values(options).flatMap((value) =>
    isAmount(value) ? [[value.unit, String(value.value.units), value.value.places]] : [],
  );
  return JSON.stringify([name, locale, snapshots.map(({ date }) => date), ids, amounts]);
}

function isAmount(value: Resolved['options'][string]): value is Amount {
  return typeof value === 'object' && 'unit' in value && 'value' in value;
}

function bodyOf(desk: Desk, command: Command, resolved: Resolved, locale: Locale): Body {
  const answer = command.run(asNamedThen(queryOf(desk, resolved)));
  const body = answer.present(locale);
  const empty = body.headline === '';
  const absent = answer.facts.length === 0 && (answer.absences ?? []).length > 0;
  const refused = absent || empty || body.tone === 'refusal';
  const cited = absent ? (answer.absences ?? []).flatMap(({ nearest }) => nearest) : answer.facts;
  const subjects = [...answer.facts, ...(answer.absences ?? [])].map(({ subject }) => subject);
  return {
    outcome: refused ? 'refuse' : 'answer',
    ...(refused ? { shortfall: { why: 'no-figure', words: [] } } : {}),
    facts: answer.facts,
    choices: [],
    card: empty
      ? nothingCard(body.title, locale)
      : withOtherNames(dress(body, cited, locale), desk.dataset, subjects, locale),
    chart: refused ? null : answer.chart(locale),
  };
}

/** Nothing matches the request, such as the initiatives of an axis that has none. */
function nothingCard(title: string, locale: Locale): Card {
  const { notInSource, nothingFits } = phrases[locale];
  return refusalCard(title.trim() || notInSource, nothingFits);
}

const known = newKeeper<Answered>();
const NOT_ANSWERED: Answered = { outcome: 'refuse', facts: [], absences: [] };

/** The facts of a request, without a card. */
export function answered(desk: Desk, wanted: Wanted): Answered {
  const command = desk.catalogue.get(wanted.command);
  const resolved = command && resolve(desk, command, { ...wanted, locale: 'it' });
  if (!command || !resolved?.ok) return NOT_ANSWERED;
  return known(desk, keyOf(command, resolved), () => {
    const { facts, absences = [] } = command.run(queryOf(desk, resolved));
    const ofThings = Object.values(resolved.options).some((value) => Array.isArray(value));
    return { outcome: facts.length > 0 || !ofThings ? 'answer' : 'refuse', facts, absences };
  });
}

function queryOf(desk: Desk, { snapshots, options }: Resolved): Query {
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
