import { shortName } from '../cards/words/names.ts';
import { sourcesCard } from '../cards/words/sources.ts';
import { list } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Locale } from '../model/locale.ts';
import type { Request } from '../model/request.ts';
import type { Known } from '../question/known.ts';
import type { Reading, Wanted } from '../question/reading.ts';
import { read } from '../reading/read.ts';
import { waysReply } from './choices.ts';
import type { Command } from './command.ts';
import type { Desk } from './desk.ts';
import { doubtReply, refusal } from './doubts.ts';
import { readingReply } from './readings.ts';
import { joined, lacking, leading, type Reply } from './reply.ts';
import { answered, run } from './run.ts';

/** The one door: whatever a person does becomes a request, and every request is answered here. Pure. `previous` is what a follow-up follows. */
export function ask(desk: Desk, request: Request, previous: Request | null = null): Reply {
  const command = desk.catalogue.get(request.command);
  if (!command) return refusal(desk, phrases[request.locale].unknownCommand(request.command), request.locale);
  const question = Object.entries(command.options).find(([, spec]) => spec.kind === 'question')?.[0];
  return question === undefined
    ? run(desk, command, request)
    : askQuestion(desk, command, request, question, previous);
}

/** Several requests on one card, in order. */
export function askAll(desk: Desk, [first, ...others]: readonly [Request, ...Request[]]): Reply {
  return others.map((request) => ask(desk, request)).reduce(joined, ask(desk, first));
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
  const question = request.options[option] ?? '';
  if (!question.trim()) return doubtReply(desk, command, request, { why: 'missing', option });
  const { date } = request.options;
  const full = ({ command, options }: Wanted): Request => ({
    locale,
    command,
    options: date ? { ...options, date } : options,
  });
  const titleOf = (asked: Request) => ask(desk, asked).card.title;
  const reading = read(knownTo(desk), question, previous);
  if (reading.as === 'sources')
    return sourcesReply(desk, previous ?? full({ command: command.name, options: {} }), locale);
  if (reading.as === 'which') return waysReply(waysOf(reading.ways.map(full), titleOf), locale);
  if (reading.as !== 'requests') return readingReply(desk, reading, { locale, full, titleOf });
  const [first, ...others] = reading.wanted;
  const reply = askAll(desk, [full(first), ...others.map(full)]);
  return following(withReading(reply, reading, locale), previous);
}

/** Where the figures of the previous answer stand; that answer itself where it has none. */
function sourcesReply(desk: Desk, { beside = [], ...previous }: Request, locale: Locale): Reply {
  const [first, ...others] = [previous, ...beside].map(({ command, options }) => ({
    command,
    options,
    locale,
  }));
  const answer = askAll(desk, [first ?? previous, ...others]);
  if (answer.facts.length === 0) return answer;
  const request = { ...previous, ...(beside.length > 0 ? { beside } : {}) };
  const card = sourcesCard(answer, locale);
  return { ...answer, request, choices: [], chart: null, card, sourcesOf: answer };
}

/** The ways to take a question, each under the title of its answer. */
function waysOf(ways: readonly Request[], titleOf: (request: Request) => string) {
  return ways.map((request, at) => {
    return { kind: 'request', id: String(at + 1), name: titleOf(request), hint: '', request };
  });
}

/** The reply with the words that the reading left out, and the names that it took from the question before. */
function withReading(
  reply: Reply,
  { setAside, continues }: Extract<Reading, { as: 'requests' }>,
  locale: Locale,
): Reply {
  const words = phrases[locale];
  const names = continues.map((each) => shortName(each, locale));
  const lead = [
    ...(names.length > 0 ? [words.continues(list(names, locale))] : []),
    ...(setAside.length > 0 ? [words.setAside(setAside.join(' '))] : []),
  ];
  if (lead.length === 0) return reply;
  const continued = names.length > 0 ? ({ continues: true } as const) : {};
  const left = setAside.length > 0 ? ({ why: 'set-aside', words: [] } as const) : undefined;
  const said = lacking(reply.shortfall ?? left, setAside);
  return { ...reply, ...continued, ...said, card: { ...reply.card, lead: lead.join(' · ') } };
}

/** A request carries the one before it, and no more. */
function following(reply: Reply, previous: Request | null): Reply {
  if (!previous) return reply;
  const { command, options, locale } = previous;
  const requests = reply.requests.map((each) => ({ ...each, after: { command, options, locale } }));
  return { ...reply, request: leading(requests), requests };
}

/** What the question reader is handed: the desk's data, what its commands declare, and how they answer. */
function knownTo(desk: Desk): Known {
  const { dataset, names, terms, lexicon, catalogue } = desk;
  const commands = [...catalogue.values()];
  return { dataset, names, terms, lexicon, commands, answer: (wanted) => answered(desk, wanted) };
}
