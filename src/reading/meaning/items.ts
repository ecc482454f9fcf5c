import type { Measure } from '../../model/measures.ts';
import { isMeasure, type Mention, type Of } from '../../question/hear/mention.ts';
import type { Path } from '../../question/hear/paths.ts';
import { gapAfter, wordsOf } from '../../question/lexicon/pieces.ts';
import { isTalk, measureOf, type Sense } from '../../question/lexicon/sense.ts';
import { type Bare, type BareOf, type Context, isOrdinal, subjectsIn } from './context.ts';
import { dateItem } from './dates.ts';
import type { Item } from './item.ts';
import { COUNTABLE } from './limits.ts';
import { rolesOf } from './operators.ts';
import { rangesIn } from './ranges.ts';

/** What a path states: its items, a date without a snapshot, and a code that does not exist. */
export type Statement = {
  readonly items: readonly Item[];
  readonly unknownDate: string | null;
  readonly missing: Of<'missing'> | null;
};

const GROUPS: Partial<Record<Sense, readonly Measure[]>> = {
  'by-sex': ['participants-female', 'participants-male'],
  'by-group': ['participants-disability', 'participants-migrants', 'participants-other'],
  'by-employment': ['participants-unemployed', 'participants-inactive', 'participants-employed'],
};

/** From mentions to items: operators bind their neighbours, and dates become those of snapshots. */
export function itemsOf({ mentions }: Path, context: Context): Statement {
  const roles = rolesOf(mentions, context);
  for (const [at, subjects] of rangesIn(mentions, context))
    roles.set(at, { is: 'thing', subjects, how: 'notation' });
  const items: Item[] = [];
  let unknownDate: string | null = null;
  let missing: Of<'missing'> | null = null;
  for (const [at, mention] of mentions.entries()) {
    const words = wordsOf(context, mention);
    if (isOver(mentions[at - 1], mention, context))
      items.push({ is: 'sense', sense: 'ratio', words: '/', old: false });
    const role = roles.get(at);
    if (role === 'none') continue;
    if (role) items.push({ ...role, words, old: false } as Item);
    else if (mention.is === 'date') {
      const dated = dateItem(mention, mentions, context);
      if (dated === null) unknownDate ??= words;
      else items.push(...dated.map((date) => ({ ...date, words, old: false }) as Item));
    } else if (mention.is === 'missing') missing ??= mention;
    else items.push(...plainItems(mention, context).map((item) => ({ ...item, words, old: false }) as Item));
  }
  return { items, unknownDate, missing };
}

/** "Pagato/impegnato". */
function isOver(one: Mention | undefined, other: Mention, context: Context): boolean {
  if (!isMeasure(one) || !isMeasure(other) || !one) return false;
  return /^\s*\/\s*$/.test(gapAfter(context, one, other.from));
}

function plainItems(mention: Mention, context: Context): readonly Bare[] {
  switch (mention.is) {
    case 'sense':
      return [mention.sense, ...(mention.also ?? [])].flatMap(senseItems);
    case 'thing':
      return [{ is: 'thing', subjects: mention.subjects, how: mention.how }];
    case 'term':
      return [{ is: 'term', id: mention.id }];
    case 'amount':
      return [{ is: 'amount', amount: mention.amount }];
    case 'number':
      return numbered(mention, context);
    default:
      return [];
  }
}

/** A sense as items: its measures, or the sense itself; empty for small talk. */
export function senseItems(sense: Sense): readonly (BareOf<'measure'> | BareOf<'sense'>)[] {
  if (isTalk(sense)) return [];
  const measure = measureOf(sense);
  const measures = measure ? [measure] : GROUPS[sense];
  return measures ? measures.map((each) => ({ is: 'measure', measure: each })) : [{ is: 'sense', sense }];
}

function numbered(mention: Of<'number'>, context: Context): readonly Bare[] {
  const { value, from, to } = mention;
  const { ofAxes, ofPlaces, pieces } = context;
  if (ofPlaces && isOrdinal(pieces[from])) return [{ is: 'sense', sense: 'highest' }];
  const subjects = subjectsIn(mention, context);
  const counts = COUNTABLE.test(pieces[to]?.key ?? '');
  return ofAxes && subjects.length > 0 && !counts
    ? [{ is: 'thing', subjects, how: 'notation' }]
    : [{ is: 'number', value }];
}
