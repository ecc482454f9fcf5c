import { amountsIn } from '../../check/page/numerals.ts';
import { withDay } from '../../check/text/writtenDay.ts';
import { swapMarks } from '../../model/decimal.ts';
import type { FigureRow, SnapshotFile } from '../../model/schema.ts';
import { numberIn } from './pattern.ts';

/** The day of the old report and that of the new one. */
type Days = readonly [from: string, to: string];
type Note = SnapshotFile['notes'][string];
/** A figure a date ago, and its printed form now; null where the new report was not found to say it. */
export type Moved = { readonly row: FigureRow; readonly now: string | null };

/**
 * A note with the new day and the new numbers of its figures in place of the old ones, in both languages. The note as it is where any
 * number in it is none of theirs, or could be that of two: a note of which half is new would be believed.
 */
export function renewedNote(note: Note, own: readonly Moved[], all: readonly Moved[], days: Days): Note {
  const anew = (text: string, localised: (number: string) => string) =>
    renewed(withDay(text, ...days), { own, all, localised });
  const [it, en] = [anew(note.it, same), anew(note.en, swapMarks)];
  const [briefIt, briefEn] = [
    note.brief ? anew(note.brief.it, same) : '',
    note.brief ? anew(note.brief.en, swapMarks) : '',
  ];
  if (it === null || en === null || briefIt === null || briefEn === null) return note;
  const brief = note.brief ? { brief: { it: briefIt, en: briefEn } } : {};
  return { ...note, it, en, ...brief, ...(note.confirm === undefined ? {} : { confirm: it }) };
}

const same = (number: string) => number;
/** From so many digits on a number that one figure alone has is that figure, whatever the note is about. */
const TELLING_DIGITS = 3;

type Given = {
  readonly own: readonly Moved[];
  readonly all: readonly Moved[];
  readonly localised: (number: string) => string;
};

/** Null where a number of the text has not one new number and one alone. */
function renewed(text: string, { own, all, localised }: Given): string | null {
  let now = text;
  for (const { text: number, start, end } of amountsIn(text).toReversed()) {
    const isPercent = /^\s?%/.test(text.slice(end));
    const meant = ({ row }: Moved) =>
      (row.unit === 'percent') === isPercent && numberIn(row.printed) === localised(number);
    const [theirs, others] = [own.filter(meant), all.filter(meant)];
    const isTelling = !isPercent && number.replace(/\D/g, '').length >= TELLING_DIGITS && others.length === 1;
    const found = theirs.length > 0 ? theirs : isTelling ? others : [];
    const news = new Set(found.map((figure) => (figure.now === null ? null : numberIn(figure.now))));
    const [next] = news;
    if (news.size !== 1 || next === undefined || next === null) return null;
    now = now.slice(0, start) + localised(next) + now.slice(end);
  }
  return now;
}
