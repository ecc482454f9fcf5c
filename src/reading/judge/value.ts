import { compare, type Decimal, withPlaces } from '../../model/decimal.ts';
import type { Fact } from '../../model/facts.ts';
import type { Amount } from '../../question/hear/mention.ts';

/** Whether an amount is the value of a figure, rounded to the amount's places. */
export function isValue({ value, unit }: Fact, amount: Amount): boolean {
  if (amount.unit === null ? unit === 'percent' : amount.unit !== unit) return false;
  const places = Math.min(value.places, amount.value.places);
  return (
    amount.value.places <= value.places && compare(withPlaces(absolute(value), places), amount.value) === 0
  );
}

const absolute = ({ units, places }: Decimal): Decimal => ({ units: units < 0n ? -units : units, places });
