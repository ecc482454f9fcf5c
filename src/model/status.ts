import { compare, type Decimal } from './decimal.ts';

/** An indicator against its target. */
export type Status = (typeof STATUSES)[number];
export const STATUSES = ['reached', 'near', 'below'] as const;

/** What an option may ask for: a status, or how all stand, those below their target first. */
export const ASKED_STATUSES = ['reached', 'near', 'below', 'on-track'] as const;
export type AskedStatus = (typeof ASKED_STATUSES)[number];

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
