import { type Card, type CardField, refusalBody, section } from '../cards/card.ts';
import { capitalised } from '../cards/words/names.ts';
import { day } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Locale } from '../model/locale.ts';
import { isOperation } from '../model/measures.ts';
import type { Request } from '../model/request.ts';
import { choiceLines, choiceReply, choicesOf } from './choices.ts';
import type { Command } from './command.ts';
import type { Desk } from './desk.ts';
import type { Doubt } from './doubt.ts';
import { LONGEST_OPTION } from './options/length.ts';
import type { Choice, Reply } from './reply.ts';

/** A card that says no, in one line and what to do instead. */
export function refusalCard(title: string, headline: string, fields: readonly CardField[] = []): Card {
  return { ...refusalBody(title, headline, fields), footer: '' };
}

/** Nothing was answered; `choices` are ways on. */
export function refused(card: Card, choices: readonly Choice[] = []): Reply {
  return { outcome: 'refuse', request: null, requests: [], facts: [], choices, card };
}

export function refusal(desk: Desk, headline: string, locale: Locale, title?: string): Reply {
  return refused(refusalCard(title ?? phrases[locale].notUnderstood, headline, [examples(desk, locale)]));
}

/** Three questions that work, for a person who does not know what to ask. */
export function examples({ examples: all }: Desk, locale: Locale): CardField {
  const lines = all[locale].slice(0, 3).map((example) => `• ${example}`);
  return section(phrases[locale].tryAsking, lines);
}

/** "Which one?", "there is no such thing, these come nearest": every such reply offers a way on. */
export function doubtReply(desk: Desk, command: Command, request: Request, doubt: Doubt): Reply {
  const reply = doubtCard(desk, command, request, doubt);
  if (doubt.why === 'missing') return reply;
  return { ...reply, shortfall: { why: doubt.why, words: 'text' in doubt ? [doubt.text] : [] } };
}

function doubtCard(desk: Desk, command: Command, request: Request, doubt: Doubt): Reply {
  const { locale } = request;
  const words = phrases[locale];
  if (doubt.why === 'missing')
    return refusal(desk, words.missing(command.options[doubt.option]?.text[locale].name ?? ''), locale);
  if (doubt.why === 'too-long') {
    const name = command.options[doubt.option]?.text[locale].name ?? words.dateOption.name;
    return refusal(desk, words.tooLongOption(name, doubt.length, LONGEST_OPTION), locale);
  }
  if (doubt.why === 'unknown-date') return unknownDate(desk, doubt.text, locale);
  if (doubt.why === 'unreadable')
    return refused(refusalCard(words.notFound(doubt.text), words.unreadable[doubt.kind]));
  if (doubt.why === 'unknown-measure') {
    const lines = doubt.of
      .filter((measure) => !isOperation(measure))
      .map((measure) => capitalised(measureName(measure, desk.dataset, locale)));
    const fields = [section(words.available, lines)];
    return refused(refusalCard(words.notFound(doubt.text), words.unknownMeasure(doubt.text), fields));
  }
  const names = doubt.why === 'choose' ? doubt.rivals : doubt.nearest;
  const choices = choicesOf(desk, names, locale, (id) => ({
    ...request,
    options: { ...request.options, [doubt.option]: id },
  }));
  return doubt.why === 'choose'
    ? choiceReply(doubt.text, choices, locale)
    : refused(nearestCard(desk, doubt.text, choices, locale), choices);
}

function nearestCard(desk: Desk, text: string, choices: readonly Choice[], locale: Locale): Card {
  const words = phrases[locale];
  const lines = choiceLines(choices);
  const fields = [lines.length > 0 ? section(words.nearestNames, lines) : examples(desk, locale)];
  return refusalCard(words.notInSource, words.notFound(text), fields);
}

export function unknownDate({ dataset }: Desk, text: string, locale: Locale): Reply {
  const words = phrases[locale];
  const lines = dataset.snapshots.map(({ date }) => `• ${day(date, locale)}`);
  const fields = [section(words.availableDates, lines)];
  return refused(refusalCard(words.notInSource, words.unknownDate(text), fields));
}
