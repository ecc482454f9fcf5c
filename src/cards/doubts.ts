import type { Card, CardField } from '../card.ts';
import type { Command } from '../command.ts';
import type { Desk } from '../desk.ts';
import { day } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../programme/dataset.ts';
import type { Choice, Reply } from '../reply.ts';
import type { Request } from '../request.ts';
import type { Doubt } from '../resolve.ts';
import type { Named } from '../search/matcher.ts';
import { belonging, capitalised, subjectName } from './names.ts';

const MOST_CHOICES = 25;

/** A card that says no, in one line and what to do instead. */
export function refusalCard(title: string, headline: string, fields: readonly CardField[] = []): Card {
  return { tone: 'refusal', title, headline, fields, notes: [], footer: '' };
}

export function refusal(desk: Desk, headline: string, locale: Locale, title?: string): Reply {
  const card = refusalCard(title ?? phrases[locale].notUnderstood, headline, [examples(desk, locale)]);
  return { outcome: 'refuse', request: null, facts: [], choices: [], card };
}

/** Three questions that work, for whoever does not know what to ask. */
export function examples({ examples: all }: Desk, locale: Locale): CardField {
  const lines = all[locale].slice(0, 3).map((example) => `• ${example}`);
  return { name: phrases[locale].tryAsking, lines, short: false };
}

/** A thing to choose, with the request that choosing it makes. */
export function subjectChoice(desk: Desk, subject: Subject, request: Request): Choice {
  const { locale } = request;
  const hint = belonging(subject, desk.dataset, locale);
  return { kind: subject.kind, id: subject.id, name: subjectName(subject, locale), hint, request };
}

/** What an option's text could be, each with the request that it would make. */
function choicesOf(
  desk: Desk,
  names: readonly Named[],
  locale: Locale,
  request: (id: string) => Request,
): readonly Choice[] {
  return names.slice(0, MOST_CHOICES).map(({ kind, id, name }) => {
    const subject = desk.dataset.subjects.get(id);
    return subject
      ? subjectChoice(desk, subject, request(id))
      : { kind, id, name: nameOf(desk, kind, id, name, locale), hint: '', request: request(id) };
  });
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

/** "Which one?", "there is no such thing, these come nearest": always with a way on. */
export function doubtReply(desk: Desk, command: Command, request: Request, doubt: Doubt): Reply {
  const { locale } = request;
  const words = phrases[locale];
  if (doubt.why === 'missing')
    return refusal(desk, words.missing(command.options[doubt.option]?.text[locale].name ?? ''), locale);
  if (doubt.why === 'unknown-date') return unknownDate(desk, doubt.text, locale);
  if (doubt.why === 'unknown-measure') {
    const lines = doubt.of.map((measure) => capitalised(measureName(measure, desk.dataset, locale)));
    const field = { name: words.available, lines, short: false };
    return refused(refusalCard(words.notFound(doubt.text), words.unknownMeasure(doubt.text), [field]));
  }
  const names = doubt.why === 'choose' ? doubt.rivals : doubt.nearest;
  const choices = choicesOf(desk, names, locale, (id) => ({
    ...request,
    options: { ...request.options, [doubt.option]: id },
  }));
  return doubt.why === 'choose'
    ? choiceReply(doubt.text, choices, locale)
    : { ...refused(nearestCard(desk, doubt.text, choices, locale)), choices };
}

export function choiceReply(text: string, choices: readonly Choice[], locale: Locale): Reply {
  const words = phrases[locale];
  const lines = choices.map(({ name, hint }) => `• ${name}${hint ? ` (${hint})` : ''}`);
  const card: Card = {
    tone: 'doubt',
    title: words.whichOne,
    headline: words.whichOneFor(text),
    fields: [{ name: words.available, lines, short: false }],
    notes: [],
    footer: '',
  };
  return { outcome: 'choose', request: null, facts: [], choices, card };
}

function nearestCard(desk: Desk, text: string, choices: readonly Choice[], locale: Locale): Card {
  const words = phrases[locale];
  const lines = choices.map(({ name, hint }) => `• ${name}${hint ? ` (${hint})` : ''}`);
  const fields =
    lines.length > 0 ? [{ name: words.nearestNames, lines, short: false }] : [examples(desk, locale)];
  return refusalCard(words.notInSource, words.notFound(text), fields);
}

export function unknownDate({ dataset }: Desk, text: string, locale: Locale): Reply {
  const words = phrases[locale];
  const lines = dataset.snapshots.map(({ date }) => `• ${day(date, locale)}`);
  const field = { name: words.availableDates, lines, short: false };
  return refused(refusalCard(words.notInSource, words.unknownDate(text), [field]));
}

function refused(card: Card): Reply {
  return { outcome: 'refuse', request: null, facts: [], choices: [], card };
}
