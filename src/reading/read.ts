import type { Subject } from '../model/dataset.ts';
import type { Request } from '../model/request.ts';
import { type Heard, hear } from '../question/hear/hear.ts';
import { isSense, isSmallTalk, type Mention } from '../question/hear/mention.ts';
import { costOf, NAMED_FROM } from '../question/hear/unexplained.ts';
import type { Known } from '../question/known.ts';
import { isTalk, type Talk } from '../question/lexicon/sense.ts';
import type { Reading, Wanted } from '../question/reading.ts';
import { itemsBefore } from './follow/before.ts';
import { byValue } from './judge/byValue.ts';
import { chosen } from './judge/choose.ts';
import { optionsOf } from './judge/options.ts';
import type { Before } from './judge/reader.ts';
import { statementOf } from './judge/statement.ts';
import { thingsIn } from './meaning/item.ts';

/** More than this is a text, not a question. */
export const MOST_CHARACTERS = 600;

/**
 * Reads a free question, in Italian or English whatever the person's language, into requests: hears its words, lets
 * every command say what they may ask of it, and judges by the facts of the answers. Pure; never throws.
 * `previous` is what the person asked just before: a question that leaves something out takes it from there.
 */
export function read(known: Known, text: string, previous: Request | null = null): Reading {
  if (text.length > MOST_CHARACTERS) return { as: 'too-long' };
  const answer = once(known.answer);
  const before = previous && beforeOf(known, previous, answer);
  const heard = hear(
    known,
    text,
    thingsIn(before?.items ?? []).some(({ kind }) => kind === 'initiative'),
  );
  const reader = { known, heard, answer, before };
  const talk = talkIn(heard);
  if (talk) return { as: 'talk', talk };
  const options = optionsOf(reader);
  const statements = heard.paths.map((path) => statementOf(reader, path));
  return byValue(known, statements, answer, options) ?? chosen(known, heard, statements, options);
}

/** "Come va?" alone greets. */
const FEW_WORDS = 2;

/** What kind of small talk a text is that says nothing else; null where it says something. */
function talkIn({ paths, mentions, pieces }: Heard): Talk | null {
  const greets = pieces.length <= FEW_WORDS || mentions.some((mention) => isSense(mention, 'greeting'));
  if (paths[0]?.mentions.some((mention) => !isSmallTalk(mention) && !(greets && isIdle(mention))))
    return null;
  const talk = mentions.filter((mention) => isSmallTalk(mention) || (greets && isIdle(mention)));
  const covered = new Set(talk.flatMap(({ from, to }) => pieces.slice(from, to)));
  const left = pieces.filter((piece) => !covered.has(piece)).reduce((sum, piece) => sum + costOf(piece), 0);
  if (left >= NAMED_FROM) return null;
  const kinds = talk.flatMap((mention) =>
    mention.is === 'sense' && isTalk(mention.sense) ? [mention.sense] : [],
  );
  return kinds.find((sense) => sense !== 'talk') ?? kinds[0] ?? null;
}

/** "Ciao, come va oggi?" asks after nobody's figures. */
function isIdle(mention: Mention): boolean {
  return (
    isSense(mention, 'overview', 'today', 'also') ||
    (mention.is === 'sense' && mention.sense.startsWith('command:'))
  );
}

/** Candidates that are one request are answered once. */
function once(answer: Known['answer']): Known['answer'] {
  const done = new Map<string, ReturnType<Known['answer']>>();
  return (wanted: Wanted) => {
    const key = JSON.stringify([wanted.command, wanted.options]);
    const known = done.get(key) ?? answer(wanted);
    done.set(key, known);
    return known;
  };
}

function beforeOf(known: Known, previous: Request, answer: Known['answer']): Before | null {
  const items = itemsBefore(known, previous);
  if (!items) return null;
  const earlier = (previous.after && itemsBefore(known, previous.after)) ?? [];
  const { facts } = answer(previous);
  const shown: readonly Subject[] = [...new Set(facts.map(({ subject }) => subject))];
  return { items, earlier, shown, date: facts.at(-1)?.asOf ?? known.dataset.latest.date };
}
