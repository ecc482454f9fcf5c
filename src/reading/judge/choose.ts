import type { Heard } from '../../question/hear/hear.ts';
import { isSmallTalk } from '../../question/hear/mention.ts';
import { costOf, NAMED_FROM, UNKNOWN } from '../../question/hear/unexplained.ts';
import type { Known } from '../../question/known.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import type { Reading } from '../../question/reading.ts';
import { type Item, says } from '../meaning/item.ts';
import type { Statement } from '../meaning/items.ts';
import { ABSENT, absentIn, isAnswered } from './absent.ts';
import { BOUND } from './costs.ts';
import { inChoice } from './inChoice.ts';
import { atLatest } from './latest.ts';
import type { Option } from './reader.ts';
import { missing, nothingRead, refused } from './refused.ts';

/** The cheapest reading, if it leaves little enough out; otherwise the reason against it. */
export function chosen(
  known: Known,
  heard: Heard,
  statements: readonly Statement[],
  options: readonly Option[],
): Reading {
  const [best] = options;
  const topic = absentIn(known, best?.aside ? [best.statement] : statements, heard);
  if (topic && !(best && (best.cost + ABSENT < topic.cost || isAnswered(best, topic))))
    return { as: 'absent', topic: topic.topic };
  const own = best?.statement ?? statements[0];
  if (own?.missing) return missing(known, own.missing);
  if (own?.unknownDate) return { as: 'unknown-date', text: own.unknownDate };
  if (says(statements[0]?.items ?? [], 'beside')) return { as: 'off-topic' };
  if (!best) return nothingRead(known, heard, statements);
  if (best.cost > BOUND || isFilledIn(heard, best)) return refused(known, heard, best);
  return inChoice(known, best, options) ?? accepted(known, heard, best);
}

/** Whether the answer would be a default beside an unexplained word that may contradict it. */
function isFilledIn(heard: Heard, { parts, unexplained, items }: Option): boolean {
  if (items.every((item) => item.is === 'sense' && VAGUE.includes(item.sense)))
    return unexplained.reduce((sum, { cost }) => sum + cost, 0) >= STRANGE;
  if (items.every(isBare)) return unexplained.some(({ at, cost }) => cost >= ANY && !isTalkAt(heard, at));
  const doubtful = parts.some(({ whole }) => !whole) ? DOUBTFUL : doubtfulFrom(items);
  return unexplained.some(({ cost }) => cost >= doubtful);
}

/** Senses that name nothing of the programme: "quanto è il premio di mio zio?" */
const VAGUE: readonly Sense[] = [
  'how-much',
  'money',
  'cost',
  'what',
  'list',
  'all',
  'also',
  'who',
  'confirm',
];
const STRANGE = 0.2;

/** With a measure or term the card names the unexplained words; without one, unknown words prevent an answer. */
function doubtfulFrom(items: readonly Item[]): number {
  return items.some(({ is }) => is === 'measure' || is === 'term') ? Number.POSITIVE_INFINITY : UNKNOWN;
}

function isTalkAt({ mentions }: Heard, at: number): boolean {
  return mentions.some((mention) => isSmallTalk(mention) && mention.from <= at && mention.to > at);
}

/** An axis alone shows a whole card, so every other word matters: "asse IV, donne" if "donne" were unknown. */
function isBare(item: Item): boolean {
  switch (item.is) {
    case 'thing':
      return item.subjects.every(({ kind }) => kind === 'axis' || kind === 'priority');
    case 'sense':
      return item.sense === 'axis' || item.sense === 'overview' || VAGUE.includes(item.sense);
    default:
      return item.is === 'date';
  }
}
const ANY = 0.03;

/** From this cost on a word may contradict a default: rare and unknown words. */
const DOUBTFUL = 0.7;

function accepted(
  known: Known,
  heard: Heard,
  { parts, unexplained, continues, items, aside }: Option,
): Reading {
  const [first, ...others] = parts.flatMap((part) =>
    says(items, 'latest') ? atLatest(known, part) : [part.wanted],
  );
  if (!first) return { as: 'off-topic' };
  const words = unexplained.filter(({ at }) => costAt(heard, at) >= NAMED_FROM).map(({ word }) => word);
  const left = parts.flatMap((part) => part.left).filter((item) => item.words !== '' && !items.length);
  return {
    as: 'requests',
    wanted: [first, ...others],
    setAside: [...words, ...left.map((item) => item.words), ...(aside ?? [])],
    continues,
  };
}

function costAt({ pieces }: Heard, at: number): number {
  const piece = pieces[at];
  return piece ? costOf(piece) : 0;
}
