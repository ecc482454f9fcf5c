import type { Axis, Priority, ProgrammeFile } from '../../../model/schema.ts';
import { plainWord } from '../columns.ts';

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'] as const;

/** The axis that a cell names by its id, its number, its letter, its code or a name: `axis-2`, `2`, `Asse II`. */
export function axisIn(cell: string, { axes }: ProgrammeFile): Axis | null {
  const word = plainWord(cell);
  const bare = word.replace(/^(?:asse|axis)\s+/, '');
  const named = ({ id, number, letter, code, name, short, official }: Axis) =>
    [id, name.it, name.en, short.it, short.en, official.it, official.en].some(
      (text) => plainWord(text) === word,
    ) ||
    [String(number), ROMAN[number - 1], letter, code].some(
      (text) => text !== undefined && plainWord(text) === bare,
    );
  return axes.find(named) ?? null;
}

/** The priority that a cell names by its id or its code: `priority-9.iv`, `9.iv`, `PI 9.IV`. */
export function priorityIn(cell: string, { priorities }: ProgrammeFile): Priority | null {
  const word = plainWord(cell);
  const bare = word.replace(/^(?:pi|ip)\s+/, '');
  return priorities.find(({ id, code }) => id === word || plainWord(code) === bare) ?? null;
}

/** The axes that the pages of a document belong to, for those of some rows. */
export function axesOfPages(
  places: readonly { readonly document: string; readonly page: string }[],
  { documents }: ProgrammeFile,
): readonly string[] {
  const axes = places.flatMap(({ document, page }) => {
    const pages = documents.find(({ id }) => id === document)?.pages ?? [];
    return pages.find((each) => String(each.page) === page)?.axis ?? [];
  });
  return [...new Set(axes)];
}
