import type { Card } from './card.ts';
import { doubtReply, refusal, refusalCard } from './cards/doubts.ts';
import { dress, footer } from './cards/dress.ts';
import { readingReply } from './cards/readings.ts';
import type { Command } from './command.ts';
import type { Desk } from './desk.ts';
import type { Locale } from './locale/locale.ts';
import { phrases } from './locale/phrases.ts';
import { read } from './question/read.ts';
import type { Wanted } from './question/reading.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';
import { resolve } from './resolve.ts';

/** The one door: whatever a person does becomes a request, and every request is answered here. Pure. `previous` is what a follow-up follows. */
export function ask(desk: Desk, request: Request, previous: Request | null = null): Reply {
  const command = desk.catalogue.get(request.command);
  if (!command) return refusal(desk, phrases[request.locale].unknownCommand(request.command), request.locale);
  const question = Object.entries(command.options).find(([, spec]) => spec.kind === 'question')?.[0];
  return question === undefined
    ? run(desk, command, request)
    : askQuestion(desk, command, request, question, previous);
}

/** Nothing fits what was asked for, such as an axis without initiatives. */
function nothingCard(title: string, locale: Locale): Card {
  const { notInSource, nothingFits } = phrases[locale];
  return refusalCard(title.trim() || notInSource, nothingFits);
}

function run(desk: Desk, command: Command, request: Request): Reply {
  const resolved = resolve(desk, command, request);
  if (!resolved.ok) return doubtReply(desk, command, request, resolved.doubt);
  const answer = command.run({
    dataset: desk.dataset,
    snapshot: resolved.snapshot,
    commands: [...desk.catalogue.values()],
    condition: desk.condition ?? null,
    examples: desk.examples,
    options: resolved.options,
  });
  const body = answer.present(request.locale);
  const empty = body.headline === '';
  const absent = answer.facts.length === 0 && (answer.absences ?? []).length > 0;
  const refused = absent || empty || body.tone === 'refusal';
  const cited = absent ? (answer.absences ?? []).flatMap(({ nearest }) => nearest) : answer.facts;
  return {
    outcome: refused ? 'refuse' : 'answer',
    request: { ...request, options: resolved.ids },
    facts: answer.facts,
    choices: [],
    card: empty ? nothingCard(body.title, request.locale) : dress(body, cited, request.locale),
    chart: refused ? null : answer.chart(request.locale),
  };
}

/** A question is read into requests; several, such as one for money and one for people, share a card. */
function askQuestion(
  desk: Desk,
  command: Command,
  request: Request,
  option: string,
  previous: Request | null,
): Reply {
  const { locale } = request;
  if (!request.options[option]?.trim()) {
    return doubtReply(desk, command, request, { why: 'missing', option });
  }
  const reading = read(desk, request.options[option] ?? '', previous);
  if (reading.as !== 'requests') return readingReply(desk, reading, locale);
  const date = request.options.date;
  const full = (wanted: Wanted): Request => ({
    locale,
    command: wanted.command,
    options: date ? { ...wanted.options, date } : wanted.options,
  });
  const [first, ...others] = reading.wanted.map((wanted) => ask(desk, full(wanted)));
  if (!first) return refusal(desk, phrases[locale].notUnderstood, locale);
  const whole = others.reduce(joined, first);
  if (reading.setAside.length === 0) return whole;
  const note = phrases[locale].setAside(reading.setAside.join(' '));
  return { ...whole, card: { ...whole.card, notes: [note, ...whole.card.notes] } };
}

function joined(one: Reply, other: Reply): Reply {
  return {
    outcome: one.outcome === 'answer' ? one.outcome : other.outcome,
    request: one.request,
    facts: [...one.facts, ...other.facts],
    choices: [...one.choices, ...other.choices],
    card: joinedCard(one, other),
    chart: one.chart ?? other.chart ?? null,
  };
}

function joinedCard({ card: one, facts }: Reply, { card: other, facts: more, request }: Reply): Card {
  const section = { name: other.title, lines: [other.headline], short: false };
  return {
    ...one,
    fields: [...one.fields, section, ...other.fields],
    notes: [...new Set([...one.notes, ...other.notes])],
    footer: footer([...facts, ...more], request?.locale ?? 'it'),
  };
}
