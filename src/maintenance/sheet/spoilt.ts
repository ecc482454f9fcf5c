import type { Bilingual } from '../../model/schema.ts';
import { type Column, NEEDED } from './columns.ts';
import { type Problem, problem } from './problems.ts';
import { isFilled, type Line } from './table.ts';
import { CUT } from './unreadable.ts';

/** Everything in the rows under a header that shows that a program, or a lost connection, has spoilt the file. */
export function spoiltIn(
  lines: readonly Line[],
  width: number,
  columns: ReadonlyMap<Column, number>,
  isEnded: boolean,
): readonly Problem[] {
  const long = lines.filter(({ cells }) => cells.slice(width).some(isFilled));
  if (long.length > 0) return long.map((line) => tooLong(line, letterOf(width)));
  return [...cutIn(lines, width, columns, isEnded), ...lines.flatMap(misread)];
}

const tooLong = ({ row }: Line, column: string) =>
  problem(
    row,
    {
      it: 'La riga ha più celle dell’intestazione: forse un separatore sta dentro un testo senza virgolette.',
      en: 'The row has more cells than the header: perhaps a separator stands in a text without quotes.',
    },
    column,
  );

/**
 * A last row without an end and with fewer cells than any other: where it lacks what every row has, the rest of the
 * file is likely to be lost too.
 */
function cutIn(
  lines: readonly Line[],
  width: number,
  columns: ReadonlyMap<Column, number>,
  isEnded: boolean,
): readonly Problem[] {
  const last = lines.at(-1);
  const others = lines.slice(0, -1);
  if (isEnded || !last || last.cells.length >= Math.min(width, ...others.map(({ cells }) => cells.length)))
    return [];
  const date = columns.get('date');
  const isDated = date !== undefined && others.every(({ cells }) => isFilled(cells[date] ?? ''));
  const needed = [...NEEDED.map((key) => columns.get(key) ?? 0), ...(isDated ? [date] : [])];
  // A row that somebody added by hand to an older table ends with its date; cells after it have been begun.
  const isBegun = date !== undefined && last.cells.length > date + 1;
  const isWhole = !isBegun && needed.every((at) => at < last.cells.length);
  return isWhole ? [] : [problem(last.row, cutAt(CUT), letterOf(last.cells.length - 1))];
}

const cutAt = ({ it, en }: Bilingual): Bilingual => ({
  it: `La riga finisce qui, con meno celle delle altre. ${it}`,
  en: `The row ends here, with fewer cells than the others. ${en}`,
});

/** What becomes of accents where a program reads one encoding as another and saves the result. */
const MISREAD = /\ufffd|Ã[\u0080-\u00bf\u0192\u2020-\u2122]|â€|Â[\u00a0«»°·]/u;

const misread = ({ row, cells }: Line): readonly Problem[] =>
  cells.flatMap((cell, at) => {
    const [found] = MISREAD.exec(cell) ?? [];
    return found === undefined ? [] : [problem(row, lostLetters(found), letterOf(at))];
  });

const lostLetters = (found: string): Bilingual => ({
  it: `Gli accenti si sono persi («${found}»): un programma ha letto il file in un’altra codifica. Riaprire l’originale come UTF-8 e salvarlo come «CSV UTF-8».`,
  en: `Accents have been lost (“${found}”): a program has read the file in another encoding. Open the original as UTF-8 and save it as “CSV UTF-8”.`,
});

/** 0 → A, 26 → AA. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
