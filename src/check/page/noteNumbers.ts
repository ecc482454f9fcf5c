import {
  compare,
  type Decimal,
  decimal,
  exactSum,
  printedDecimal,
  saysTheSame,
  swapMarks,
} from '../../model/decimal.ts';
import { grouped } from '../../model/grouped.ts';
import type { Locale } from '../../model/locale.ts';
import type { Note } from '../../model/schema.ts';
import { exactOf, type Row } from '../rows.ts';
import { unitAround } from '../unitWords.ts';
import { amountsIn } from './numerals.ts';

/** An amount, a percentage or a count that a note says; `key` leads to the text that says it. */
export type NoteNumber = {
  readonly value: Decimal;
  readonly inMillions: boolean;
  readonly key: readonly string[];
};

/** The numbers of a note in both languages, each value once. */
export function numbersOf({ it, en, brief }: Note): readonly NoteNumber[] {
  const texts = [
    { text: it, locale: 'it', key: ['it'] },
    { text: en, locale: 'en', key: ['en'] },
    ...(brief ? [{ text: brief.it, locale: 'it', key: ['brief', 'it'] } as const] : []),
    ...(brief ? [{ text: brief.en, locale: 'en', key: ['brief', 'en'] } as const] : []),
  ] as const;
  const all = texts.flatMap(({ text, locale, key }) =>
    amountsIn(text).flatMap((numeral): readonly NoteNumber[] => {
      const value = read(numeral.text, locale);
      const unit = unitAround(text.slice(0, numeral.start), text.slice(numeral.end));
      return value === null ? [] : [{ value, inMillions: unit === 'MEUR', key }];
    }),
  );
  return all.filter((each, at) => all.findIndex(({ value }) => compare(value, each.value) === 0) === at);
}

/** `168,5` of a document or an Italian text, `168.5` of an English one, `168500000.0` of a table. */
function read(number: string, locale: Locale): Decimal | null {
  return printedDecimal(locale === 'it' ? number : swapMarks(number));
}

/** What a snapshot or a document prints, to look numbers up in. */
export type Prints = { readonly plain: ReadonlySet<string>; readonly all: readonly Decimal[] };

/** The numbers that texts print, each number by itself too, as tables write it. */
export function printsOf(texts: Iterable<string>): Prints {
  const all = [...texts].flatMap((text) => [
    ...amountsIn(text).flatMap((numeral) => read(numeral.text, 'it') ?? []),
    ...(decimal(text) ? [decimal(text)] : []),
  ]);
  const values = all.filter((value) => value !== null);
  return { plain: new Set(values.map(keyOf)), all: values };
}

const keyOf = ({ units, places }: Decimal): string => {
  const digits = units.toString().padStart(places + 1, '0');
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${digits.slice(0, digits.length - places)}${places > 0 && fraction ? `.${fraction}` : ''}`;
};

const SIX_PLACES = 6;

/** Whether a number is printed: the same, or, of millions, exact euros that they are, cut or rounded. */
export function isPrinted({ value, inMillions }: NoteNumber, { plain, all }: Prints): boolean {
  if (plain.has(keyOf(value))) return true;
  if (!inMillions) return false;
  return all.some(({ units, places }) => {
    const euros = { units, places: places + SIX_PLACES };
    return euros.places >= value.places && saysTheSame(value, euros);
  });
}

/** What the figures that carry a note add up to, by document and unit: three shares that make 101. */
export function sumsOf(rows: readonly Row[], note: string): Prints {
  const carrying = grouped(
    rows.filter((row) => row.note === note),
    ({ document, unit }) => `${document} ${unit}`,
  );
  const sums = [...carrying.values()]
    .filter((own) => own.length > 1)
    .map((own) => exactSum(own.map(exactOf)));
  return { plain: new Set(sums.map(keyOf)), all: [] };
}

/** What earlier dates printed of the very figures that a note is about. */
export function formerOf(rows: readonly Row[], about: readonly Pick<Row, 'subject' | 'measure'>[]): Prints {
  const values = rows
    .filter((row) => about.some(({ subject, measure }) => row.subject === subject && row.measure === measure))
    .map(exactOf);
  return { plain: new Set(values.map(keyOf)), all: [] };
}
