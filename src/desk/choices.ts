import { type Card, section } from '../cards/card.ts';
import { belonging, subjectName } from '../cards/words/names.ts';
import { list } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Request } from '../model/request.ts';
import type { Named } from '../search/matcher.ts';
import type { Desk } from './desk.ts';
import type { Choice, Reply } from './reply.ts';
import { withTogether } from './together.ts';

const MOST_CHOICES = 25;

/** A thing to choose, with the request that choosing it makes. */
export function subjectChoice(desk: Desk, subject: Subject, request: Request): Choice {
  const { locale } = request;
  const hint = belonging(subject, desk.dataset, locale);
  return { kind: subject.kind, id: subject.id, name: subjectName(subject, locale), hint, request };
}

/** What an option's text could be, each with the request that it would make. */
export function choicesOf(
  desk: Desk,
  names: readonly Named[],
  locale: Locale,
  request: (id: string) => Request,
): readonly Choice[] {
  const choices = names.slice(0, MOST_CHOICES).map(({ kind, id, name }) => {
    const subject = desk.dataset.subjects.get(id);
    return subject
      ? subjectChoice(desk, subject, request(id))
      : { kind, id, name: nameOf(desk, kind, id, name, locale), hint: '', request: request(id) };
  });
  return withBoth(desk, choices, locale, (_, id) => request(id));
}

/** Things of one code are offered as one before each alone; `request` is that of one of them with another id. */
export function withBoth(
  { dataset }: Desk,
  choices: readonly Choice[],
  locale: Locale,
  request: (one: Choice, id: string) => Request,
): readonly Choice[] {
  const placesOf = (members: readonly Subject[]) =>
    list(
      members.map((one) => belonging(one, dataset, locale)),
      locale,
    );
  const all = withTogether(dataset, choices, locale, {
    idOf: ({ id }) => id,
    asOne: ({ id, name, members }, first) => ({
      kind: first.kind,
      id,
      name,
      hint: placesOf(members),
      request: request(first, id),
    }),
  });
  return all.slice(0, MOST_CHOICES);
}

/** Terms, commands and statuses as they are called in the language. */
function nameOf(
  { catalogue, dataset }: Desk,
  kind: string,
  id: string,
  name: string,
  locale: Locale,
): string {
  if (kind === 'command') return `/${catalogue.get(id)?.text[locale].name ?? name}`;
  if (kind === 'term') return dataset.programme.glossary.find((term) => term.id === id)?.term[locale] ?? name;
  const { status } = phrases[locale];
  return kind === 'status' && Object.hasOwn(status, id) ? status[id as keyof typeof status] : name;
}

export function choiceReply(text: string, choices: readonly Choice[], locale: Locale): Reply {
  return which(phrases[locale].whichOneFor(text), choices, locale);
}

/** A question that may be taken in more than one way. */
export function waysReply(choices: readonly Choice[], locale: Locale): Reply {
  const shortfall = { why: 'choose', words: [] } as const;
  return { ...which(phrases[locale].whichWay, choices, locale), shortfall };
}

function which(headline: string, choices: readonly Choice[], locale: Locale): Reply {
  const words = phrases[locale];
  const fields = [section(words.available, choiceLines(choices))];
  const card: Card = { tone: 'doubt', title: words.whichOne, headline, fields, notes: [], footer: '' };
  return { outcome: 'choose', request: null, requests: [], facts: [], choices, card };
}

export function choiceLines(choices: readonly Choice[]): readonly string[] {
  return choices.map(({ name, hint }) => `• ${name}${hint ? ` (${hint})` : ''}`);
}
