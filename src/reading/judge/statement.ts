import { isSense, type Mention } from '../../question/hear/mention.ts';
import type { Path } from '../../question/hear/paths.ts';
import { gapAfter, type Piece } from '../../question/lexicon/pieces.ts';
import { atEvents } from '../meaning/dates.ts';
import { besideExcluded } from '../meaning/exclusion.ts';
import { type Item, says } from '../meaning/item.ts';
import { itemsOf, type Statement } from '../meaning/items.ts';
import { outsideNames } from '../meaning/ownWords.ts';
import { withoutReached } from '../meaning/reached.ts';
import { narrowed } from '../meaning/rivals.ts';
import type { Before, Reader } from './reader.ts';

/** The statement of a path, with the numbers, dates and names that only the whole question resolves. */
export function statementOf({ known, heard: { text, pieces }, before }: Reader, path: Path): Statement {
  const { dataset } = known;
  const ofAxes = isOfAxes(path, before) || isLoneNumber(path, text, pieces);
  const ofPlaces = before !== null && says(before.items, 'highest', 'lowest');
  const statement = itemsOf(path, { dataset, text, pieces, ofAxes, ofPlaces });
  const own = withoutReached(outsideNames(known, narrowed(known, statement.items)));
  const items = besideExcluded(dataset, atEvents(dataset, own));
  return { ...statement, items };
}

/** Whether this question or the previous one is about axes. */
function isOfAxes({ mentions }: Path, before: Before | null): boolean {
  const here = mentions.some(
    (mention) =>
      isSense(mention, 'axis', 'each-axis', 'except', 'others') ||
      (mention.is === 'thing' && mention.subjects.some(({ kind }) => kind === 'axis')),
  );
  if (here || before === null || mentions.some(({ is }) => is === 'thing')) return here;
  return before.items.some(isOfAxis) || before.shown.some(({ kind }) => kind === 'axis');
}

/** "IV: quanto certificato?", "a4 pagato": a number at one end or before a mark, in a question without names. */
function isLoneNumber({ mentions }: Path, text: string, pieces: readonly Piece[]): boolean {
  const numbers = mentions.filter(({ is }) => is === 'number');
  const [number, other] = numbers;
  if (number && other && numbers.length === 2 && joins(pieces, number, other) && mentions.some(isTogether))
    return true;
  const romans = numbers.filter(({ from }) => /^[IVX]{2,}$/.test(pieces[from]?.written ?? ''));
  if (numbers.length > 0 && romans.length === numbers.length && !mentions.some(({ is }) => is === 'thing'))
    return true;
  if (!number || numbers.length > 1 || mentions.some(({ is }) => is === 'thing')) return false;
  const after = gapAfter({ text, pieces }, number);
  return number.from === 0
    ? /[:,;]/.test(after) || number.cost === 0
    : number.to === pieces.length && number.cost === 0;
}

/** "Certificato 1 e 3 insieme". */
function joins(pieces: readonly Piece[], one: Mention, other: Mention): boolean {
  return other.from === one.to + 1 && /^(?:e|ed|and|o|or|con|with)$/.test(pieces[one.to]?.key ?? '');
}

const isTogether = (mention: Mention) => isSense(mention, 'sum', 'both', 'compare', 'difference');

const isOfAxis = (item: Item) => item.is === 'thing' && item.subjects.some(({ kind }) => kind === 'axis');
