import { compare, type Decimal, decimal, swapMarks, toPlain, withPlaces } from '../../model/decimal.ts';
import { type Problem, problem } from '../sheet/problems.ts';
import type { Counted, Format, Row } from './cells.ts';

const FORMS = ['english', 'italian'] as const;
/** How a file writes its numbers: 1,234.5 or 1.234,5. */
type Form = (typeof FORMS)[number];

const ENGLISH = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
/** Blanks and apostrophes between groups of digits, and the sign of the euro beside them, are of any form. */
const APART = /(?<=\d)[\s'’](?=\d{3}(?!\d))/gu;
const EURO = /^(?:€|EUR)\s*|(?:(?<!\s)\s+)?(?:€|EUR)$/giu;

function read(cell: string, form: Form): Decimal | null {
  const digits = cell.replace(EURO, '').replace(APART, '');
  const turned = form === 'english' ? digits : swapMarks(digits);
  return ENGLISH.test(turned) ? decimal(turned.replaceAll(',', '')) : null;
}

/**
 * The rows with their numbers as the API writes them, so that every export of a table gives the same figures in the same
 * printed form. A file writes all its numbers in one way, which those that can be read in one way only give away:
 * `1.234` is never guessed at alone. What is no number in that way stays as it is, for others to complain of.
 */
export function withPlainNumbers(
  rows: readonly Row[],
  { numbers, alike }: Pick<Format, 'numbers' | 'alike'>,
): { readonly rows: readonly Row[]; readonly problems: readonly Problem[] } {
  const columns = Object.entries(numbers);
  const form = formOf(rows, [...columns.map(([column]) => column), ...alike]) ?? ofPeople(rows, columns);
  const problems = form
    ? []
    : rows.flatMap(({ row, cells }) =>
        columns
          .filter(([column]) => isAmbiguous(cells[column] ?? ''))
          .map(([column]) => problem(row, eitherWay(cells[column] ?? '', column))),
      );
  const plain = (row: Row): Row => {
    const turned = columns.map(([column, counted]) => {
      const cell = row.cells[column] ?? '';
      const value = read(cell, form ?? 'english');
      return [column, value ? inOneForm(value, counted) : cell];
    });
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(turned) } };
  };
  return { rows: rows.map(plain), problems };
}

/** The form of most numbers that can only be of one. */
function formOf(rows: readonly Row[], columns: readonly string[]): Form | null {
  const cells = rows.flatMap((row) => columns.map((column) => row.cells[column] ?? ''));
  const only = (form: Form, other: Form) =>
    cells.filter((cell) => read(cell, form) && !read(cell, other)).length;
  const [english, italian] = [only('english', 'italian'), only('italian', 'english')];
  if (english === 0 && italian === 0) return null;
  return italian > english ? 'italian' : 'english';
}

/** Nobody is half a person: 38.538 people are thousands, however few other numbers there are. */
function ofPeople(rows: readonly Row[], columns: readonly (readonly [string, Counted])[]): Form | null {
  const people = columns.filter(([, counted]) => counted === 'count').map(([column]) => column);
  const cells = rows.flatMap((row) => people.map((column) => row.cells[column] ?? '')).filter(isAmbiguous);
  const whole = (form: Form) => cells.every((cell) => isWhole(read(cell, form)));
  const [one, other] = FORMS.filter(whole);
  return cells.length > 0 && other === undefined ? (one ?? null) : null;
}

const isWhole = (value: Decimal | null) => value !== null && value.units % 10n ** BigInt(value.places) === 0n;

function isAmbiguous(cell: string): boolean {
  const [english, italian] = [read(cell, 'english'), read(cell, 'italian')];
  return english !== null && italian !== null && compare(english, italian) !== 0;
}

/** Without zeros that say nothing; amounts keep one decimal, as the API writes them. */
function inOneForm(value: Decimal, counted: Counted): string {
  let { places } = value;
  const least = counted === 'EUR' ? 1 : 0;
  while (places > least && value.units % 10n ** BigInt(value.places - places + 1) === 0n) places--;
  return toPlain(withPlaces(value, Math.max(places, least)));
}

function eitherWay(cell: string, column: string) {
  const [english, italian] = FORMS.map((form) => read(cell, form));
  const either = [english, italian].map((value) => (value ? toPlain(value) : cell)).join(' / ');
  return {
    it: `"${cell}" (${column}) si legge in due modi (${either}), e nessun altro numero del file dice quale: esportarlo di nuovo con i centesimi.`,
    en: `"${cell}" (${column}) can be read in two ways (${either}), and no other number in the file tells which: export it again with the cents.`,
  };
}
