import { amountsIn } from '../../check/page/numerals.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { numberIn } from './pattern.ts';

type Note = SnapshotFile['notes'][string];
/** The printed forms of a figure, a date ago and now; `now` is null where the new report was not found to say it. */
export type Moved = { readonly was: string; readonly now: string | null };

/**
 * A note with the new numbers in place of the old ones, in both languages; the note as it is where any number in it
 * could be another: a note of which half is new would be believed.
 */
export function renewedNote(note: Note, figures: readonly Moved[]): Note {
  const texts = {
    it: renewed(note.it, figures, (number) => number),
    en: renewed(note.en, figures, english),
    briefIt: note.brief ? renewed(note.brief.it, figures, (number) => number) : '',
    briefEn: note.brief ? renewed(note.brief.en, figures, english) : '',
  };
  const { it, en, briefIt, briefEn } = texts;
  if (it === null || en === null || briefIt === null || briefEn === null) return note;
  const brief = note.brief ? { brief: { it: briefIt, en: briefEn } } : {};
  return { ...note, it, en, ...brief, ...(note.confirm === undefined ? {} : { confirm: it }) };
}

/** `184.3` for `184,3`; the same the other way. */
const english = (number: string) => number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

/** Null where a number of the text is that of several figures that have become different ones. */
function renewed(
  text: string,
  figures: readonly Moved[],
  localised: (number: string) => string,
): string | null {
  let now = text;
  for (const { text: number, start, end } of amountsIn(text).toReversed()) {
    const own = figures.filter(({ was }) => numberIn(was) === localised(number));
    const news = new Set(own.map((figure) => (figure.now === null ? null : numberIn(figure.now))));
    if (news.size > 1 || news.has(null)) return null;
    const [next] = news;
    if (next !== undefined && next !== null) now = now.slice(0, start) + localised(next) + now.slice(end);
  }
  return now;
}
