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
import { asksSources } from './sources.ts';

/** The longest question. */
export const MOST_CHARACTERS = 600;

/**
 * Reads a question, in Italian or English whatever the locale, into requests: finds its mentions, builds the requests
 * that each command could answer, and judges them by the facts of their answers. Pure; never throws.
 * `previous` is the person's previous request, which a follow-up completes itself from.
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
  if (before && asksSources(heard)) return { as: 'sources' };
  const statements = heard.paths.map((path) => statementOf(reader, path));
  const options = optionsOf(reader, statements);
  return byValue(known, statements, answer, options) ?? chosen(known, heard, statements, options);
}

/** A text of at most this many words may be a greeting: "come va?" */
const FEW_WORDS = 2;

/** The kind of a text that is only small talk; null for any other text. */
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

/** Mentions that ask for nothing in a greeting: "ciao, come va oggi?" */
function isIdle(mention: Mention): boolean {
  return (
    isSense(mention, 'overview', 'today', 'also') ||
    (mention.is === 'sense' && mention.sense.startsWith('command:'))
  );
}

/** Answers equal requests once. */
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
