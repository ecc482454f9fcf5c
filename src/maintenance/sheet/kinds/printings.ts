import { paired } from '../../../diff/paired.ts';
import { toPlain } from '../../../model/decimal.ts';
import { grouped } from '../../../model/grouped.ts';
import type { FigureRow, Printing } from '../../../model/schema.ts';
import { type Complain, type Known, optional, pageIn, pageText } from '../cells.ts';
import { squashed } from '../columns.ts';
import { inPlace } from '../inPlace.ts';
import type { Pair } from '../matches.ts';
import { numberIn, numbersIn } from '../numbers.ts';
import type { SheetRow } from '../rows.ts';
import { type Key, keyIn, nameOf } from './figures.ts';
import { numbersOf, printedIn } from './printed.ts';
import type { Reading } from './reading.ts';
import { NO_FIGURE, NOT_OF_PRINTING } from './words.ts';

/** The figures with the other printings that a table gives them; `figures` are those that have a row, by their names. */
export function withPrintings(
  rows: readonly SheetRow[],
  pairs: readonly Pair[],
  figures: ReadonlySet<string>,
  { known, complainAt, rowOf }: Reading,
): readonly Pair[] {
  const keyed = rows.flatMap((row) => {
    const key = keyIn(row.cells, known, complainAt(row));
    if (key && !figures.has(nameOf(key))) complainAt(row)('subject', NO_FIGURE);
    return key ? [{ key, row }] : [];
  });
  const own = grouped(keyed, ({ key }) => nameOf(key));
  return pairs.map(({ was, now }): Pair => {
    if (!now) return { was, now };
    const here = own.get(nameOf({ ...now.figure, document: now.document })) ?? [];
    const also = alsoIn(here, was?.figure.also ?? [], known, complainAt);
    for (const { printing, row } of also) rowOf.set(printing, row.row);
    const figure = withAlso(
      now.figure,
      also.map(({ printing }) => printing),
    );
    const row = rowOf.get(now.figure);
    if (row !== undefined) rowOf.set(figure, row);
    return { was, now: { document: now.document, figure } };
  });
}

function withAlso({ also: _, ...figure }: FigureRow, also: Printing[]): FigureRow {
  return also.length === 0 ? figure : { ...figure, also };
}

type Named = { readonly page: string; readonly number: string; readonly quote: string };

const KEYS: readonly ((named: Named) => string)[] = [
  ({ page, number, quote }) => `${page} ${number} ${quote}`,
  ({ page, number }) => `${page} ${number}`,
  ({ page, quote }) => `${page} ${quote}`,
  ({ page }) => page,
  ({ number, quote }) => `${number} ${quote}`,
];

function alsoIn(
  here: readonly { readonly key: Key; readonly row: SheetRow }[],
  were: readonly Printing[],
  known: Known,
  complainAt: (row: SheetRow) => Complain,
): readonly { readonly printing: Printing; readonly row: SheetRow }[] {
  const fromTable = here.some(({ key }) => known.documents.get(key.document) === true);
  const olds = new Map(were.map((was): [Named, Printing] => [named(was, fromTable), was]));
  const news = here.map(
    ({ row: { cells } }): Named => ({
      page: pageText(cells.page),
      number: plainOf(numbersIn(cells.printed ?? '', known.english)[0], cells.printed),
      quote: squashed(cells.quote ?? ''),
    }),
  );
  const pairs = paired([...olds.keys()], news, KEYS);
  const printings = here.flatMap(({ key, row }, at) => {
    const old = pairs.get(news[at] ?? { page: '', number: '', quote: '' });
    const was = old && olds.get(old);
    const printing = printingIn(row, key, was, known, complainAt(row));
    return printing ? [{ was, printing, row }] : [];
  });
  return inPlace(printings, were);
}

const named = ({ page, printed, quote }: Printing, fromTable: boolean): Named => ({
  page: String(page),
  number: plainOf(numberIn(printed, fromTable) ?? undefined, printed),
  quote: squashed(quote ?? ''),
});

/** Without the zeros at the end, which a spreadsheet adds and takes away. */
const plainOf = (number: Parameters<typeof toPlain>[0] | undefined, text: string | undefined): string =>
  number ? toPlain(number).replace(/\.0+$|(?<=\.\d*)0+$/, '') : squashed(text ?? '');

function printingIn(
  { cells }: SheetRow,
  key: Key,
  was: Printing | undefined,
  known: Known,
  complain: Complain,
): Printing | null {
  const printed = printedIn(cells, was, numbersOf(known, key), complain);
  const page = pageIn(cells.page ?? '', complain);
  const quote = optional(cells.quote, was?.quote, known.encoding);
  for (const column of ['note', 'confirm'] as const) {
    if (squashed(cells[column] ?? '') !== '') complain(column, NOT_OF_PRINTING);
  }
  if (printed === null || page === null) return null;
  const { quote: _, ...rest }: Partial<Printing> = was ?? {};
  return { ...rest, page, printed, ...(quote === undefined ? {} : { quote }) };
}
