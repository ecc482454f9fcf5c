import { type Decimal, decimal, printedDecimal, toPlain } from '../../model/decimal.ts';
import type { FigureRow } from '../../model/schema.ts';
import { exactOf, written } from '../rows.ts';
import { oneLine, placesOfFigure } from '../source-text.ts';

/** A row as somebody could have copied it wrongly. */
export type Mistake = { readonly kind: MistakeKind; readonly row: FigureRow };
export type MistakeKind = 'digit' | 'swapped-digits' | 'factor-ten' | 'neighbour';

/** A row beside which another stands on its page, whose number may get into the wrong one. */
export type Neighbour = FigureRow;

/**
 * Mistakes that people make in copying a figure, each made in value, printed form and quote alike, so that they do not
 * give themselves away by contradicting each other.
 */
export function mistakesIn(row: FigureRow, neighbours: readonly Neighbour[]): readonly Mistake[] {
  const { units, places } = exactOf(row);
  const digits = units.toString();
  const made: readonly (readonly [MistakeKind, Decimal])[] = [
    ['digit', { units: units + 1n, places }],
    ...(units > 1n ? [['digit', { units: units - 1n, places }] as const] : []),
    ...(digits.length > 1 ? [['digit', { units: withDigit(digits, 0), places }] as const] : []),
    ...swaps(digits).map((other) => ['swapped-digits', { units: other, places }] as const),
    ['factor-ten', { units: units * 10n, places }],
    ['factor-ten', places > 0 ? { units, places: places + 1 } : { units: units / 10n, places }],
    ...neighbours.map((other) => ['neighbour', exactOf(other)] as const),
  ];
  return made
    .filter(([, value]) => value.units !== units || value.places !== places)
    .map(([kind, value]) => ({ kind, row: withValue(row, value) }));
}

/** Another digit in the place of one, and never zero. */
function withDigit(digits: string, at: number): bigint {
  const now = Number(digits[at]);
  const other = now === 9 ? 8 : now + 1;
  return BigInt(digits.slice(0, at) + other + digits.slice(at + 1));
}

/** The last two different digits that stand side by side, in the other order. */
function swaps(digits: string): readonly bigint[] {
  for (let at = digits.length - 2; at >= 0; at -= 1) {
    const [one = '', two = ''] = [digits[at], digits[at + 1]];
    if (one === two || (at === 0 && two === '0')) continue;
    return [BigInt(digits.slice(0, at) + two + one + digits.slice(at + 2))];
  }
  return [];
}

/** The row with another value, printed and quoted as the one before it was. */
export function withValue(row: FigureRow, value: Decimal): FigureRow {
  const printed = printedAs(row.printed, value);
  const { also } = row;
  return {
    ...row,
    value: Number(toPlain(value)),
    printed,
    ...quoting(row, printed),
    ...(also && {
      also: also.map((other) => {
        const again = printedAs(other.printed, value);
        return { ...other, printed: again, ...quoting(other, again) };
      }),
    }),
  };
}

function quoting({ printed, quote }: Pick<FigureRow, 'printed' | 'quote'>, now: string): { quote?: string } {
  if (quote === undefined) return {};
  const [place] = placesOfFigure(quote, printed);
  if (!place) return { quote };
  const end = place.start + oneLine(printed).length;
  return { quote: `${place.line.slice(0, place.start)}${now}${place.line.slice(end)}` };
}

const NUMBER = /\d(?:[\d.,]*\d)?/;

/** `12,0 %` for `32 %`: another number in the same form. */
function printedAs(form: string, value: Decimal): string {
  const [number = ''] = NUMBER.exec(form) ?? [];
  if (printedDecimal(form) === null && decimal(form) !== null) return toPlain(value);
  const { it } = written(value);
  const grouped = number.includes('.') || number.replace(/,.*/, '').length <= 3;
  return form.replace(number, grouped ? it : it.replaceAll('.', ''));
}
