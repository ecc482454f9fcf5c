import { compare, type Decimal } from './decimal.ts';

/** An indicator against its target. */
export type Status = 'reached' | 'near' | 'below';

/** An indicator at nine tenths of its target or more is near it. */
const NEAR_PERCENT = 90n;

/** How a value stands against its target, for indicators in which more is better. */
export function statusOf(value: Decimal, target: Decimal): Status {
  if (compare(value, target) >= 0) return 'reached';
  const tenths = { units: value.units * 100n, places: value.places };
  return compare(tenths, { units: target.units * NEAR_PERCENT, places: target.places }) >= 0
    ? 'near'
    : 'below';
}
