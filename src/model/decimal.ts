/**
 * An exact decimal number: `units` × 10^-`places`. 109,8 is { units: 1098n, places: 1 }.
 * `places` is also the precision: 379,0 (places 1) and 379 (places 0) are equal in value, not in precision.
 */
export type Decimal = { readonly units: bigint; readonly places: number };

const PLAIN = /^(-?)(\d{1,15})(?:\.(\d{1,9}))?$/;
const MONEY = '(?:€|euro|eur|(?:mln|mn|mio|m|milioni|milione|million)(?:\\s*(?:di\\s+)?(?:€|euro|eur))?)';
/** A number with nothing but its sign and its unit: whatever else stands there could change what it says. */
const ITALIAN = new RegExp(
  `^(?<sign>[+\\-−–])?\\s*(?:${MONEY}\\s*)?(?<number>\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?)\\s*(?:%|${MONEY})?$`,
  'iu',
);

/** Reads `-1234.50`, the form that numbers have in JSON; null for anything else, exponents included. */
export function decimal(text: string): Decimal | null {
  const parts = PLAIN.exec(text);
  if (!parts) return null;
  const fraction = parts[3] ?? '';
  const units = BigInt(`${parts[2]}${fraction}`);
  return { units: parts[1] ? -units : units, places: fraction.length };
}

/**
 * The number in an Italian printed form: `184.312.574,33€`, `32 %`, `1,97`, `−2,5 Mln €`.
 * Null where there is none, or anything else beside it than its sign and its unit: `ca. 110`, `19/20`, `110 mila`.
 */
export function printedDecimal(printed: string): Decimal | null {
  const { sign, number } = ITALIAN.exec(printed.trim())?.groups ?? {};
  if (number === undefined) return null;
  const minus = sign === undefined || sign === '+' ? '' : '-';
  return decimal(`${minus}${number.replaceAll('.', '').replace(',', '.')}`);
}

/** `184.3` for `184,3`, and the other way: the same number as the other language writes it. */
export function swapMarks(number: string): string {
  return number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

/** The number in a printed form of a table, `1234.5`, or the sum of several rows: `1234.5 + 10.0`. */
export function tableDecimal(printed: string): Decimal | null {
  const terms = printed.split(' + ').map(decimal);
  const known = terms.filter((term) => term !== null);
  return known.length < terms.length ? null : exactSum(known);
}

/** The same value written with another number of places; cut places are rounded half away from zero. */
export function withPlaces(value: Decimal, places: number): Decimal {
  if (places >= value.places) {
    return { units: value.units * 10n ** BigInt(places - value.places), places };
  }
  return divide(value.units, 10n ** BigInt(value.places - places), places);
}

/** Places of a sum are those of the least precise term. */
export function sum(terms: readonly Decimal[]): Decimal {
  const widest = Math.max(0, ...terms.map((term) => term.places));
  const narrowest = Math.min(...terms.map((term) => term.places), widest);
  const units = terms.reduce((total, term) => total + withPlaces(term, widest).units, 0n);
  return withPlaces({ units, places: widest }, narrowest);
}

/** The sum with every place kept: checks and imports must not lose what a display may round. */
export function exactSum(terms: readonly Decimal[]): Decimal {
  const places = Math.max(0, ...terms.map((term) => term.places));
  return { units: terms.reduce((total, term) => total + withPlaces(term, places).units, 0n), places };
}

export function difference(from: Decimal, take: Decimal): Decimal {
  return sum([from, { units: -take.units, places: take.places }]);
}

/**
 * As `difference`, but with the places of the more precise term where nothing would be left of values that differ:
 * 5 less 4.8 is 0.2, not 0.
 */
export function distinctDifference(from: Decimal, take: Decimal): Decimal {
  const rounded = difference(from, take);
  if (rounded.units !== 0n || compare(from, take) === 0) return rounded;
  const places = Math.max(from.places, take.places);
  return difference(withPlaces(from, places), withPlaces(take, places));
}

/** `part` / `whole` × 100 with the places asked for; null where `whole` is zero. */
export function percentage(part: Decimal, whole: Decimal, places: number): Decimal | null {
  const common = Math.max(part.places, whole.places);
  const divisor = withPlaces(whole, common).units;
  if (divisor === 0n) return null;
  return divide(withPlaces(part, common).units * 100n * 10n ** BigInt(places), divisor, places);
}

/** Negative, zero or positive, as for sorting; precision plays no part. */
export function compare(a: Decimal, b: Decimal): number {
  const common = Math.max(a.places, b.places);
  const gap = withPlaces(a, common).units - withPlaces(b, common).units;
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}

/** For display and JSON only: exact up to 15 digits. */
export function toNumber(value: Decimal): number {
  return Number(toPlain(value));
}

/** `-1234.50`: every place kept. */
export function toPlain({ units, places }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places > 0 ? `.${fraction}` : ''}`;
}

function divide(dividend: bigint, divisor: bigint, places: number): Decimal {
  const negative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const units = (top * 2n + bottom) / (bottom * 2n);
  return { units: negative ? -units : units, places };
}

/** Whether the less precise number is the more precise one, rounded or cut: 970,4 and 970,474516. */
export function saysTheSame(one: Decimal, other: Decimal): boolean {
  const [coarse, fine] = one.places <= other.places ? [one, other] : [other, one];
  const cut = { units: fine.units / 10n ** BigInt(fine.places - coarse.places), places: coarse.places };
  return [withPlaces(fine, coarse.places), cut].some((value) => compare(value, coarse) === 0);
}
