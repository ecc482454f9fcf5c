import { type Decimal, withPlaces } from '../model/decimal.ts';
import { type DerivedFact, derivedFact, type Fact } from '../model/facts.ts';
import { isAxisMoney, type Measure } from '../model/measures.ts';

const MILLION: Decimal = { units: 1_000_000n, places: 0 };
const SIX_PLACES = 6;
/** The decimals with which euros are read in millions. */
export const READ_WITH = 1;

/** Euros in millions, exactly: 358.000.000,00 is 358,00000000. */
export function millionsOf({ units, places }: Decimal): Decimal {
  return { units, places: places + SIX_PLACES };
}

/** What people say first of an axis's money is its millions; where it has only euros, they are read from those. */
export function inMillions(measure: Measure, facts: readonly Fact[]): readonly Fact[] {
  return isAxisMoney(measure) ? millionsFirst(facts) : facts;
}

/** The millions, or one reading of the euros where no millions are printed, then all other figures. */
export function millionsFirst(facts: readonly Fact[]): readonly Fact[] {
  const millions = facts.filter(({ unit }) => unit === 'MEUR');
  const others = facts.filter(({ unit }) => unit !== 'MEUR');
  const euros = others.find(({ unit }) => unit === 'EUR');
  return millions.length > 0 || !euros ? [...millions, ...others] : [readingOf(euros), ...others];
}

/** "358,0 Mln €" of 358.000.000,00 €. */
export function readingOf(euros: Fact, places = READ_WITH): DerivedFact {
  const { measure, value } = euros;
  return derivedFact([euros], {
    measure,
    unit: 'MEUR',
    value: withPlaces(millionsOf(value), places),
    formula: [value, ' ÷ ', MILLION],
  });
}

/** Millions that only repeat a figure of euros, less precisely. */
export function isReading(fact: Fact): boolean {
  return fact.status === 'derived' && fact.unit === 'MEUR' && fact.inputs.every(({ unit }) => unit === 'EUR');
}

/** A sum or difference in millions of terms in euros: rounded once, at the end, and never to nothing. */
export function roundedMillions(
  value: Decimal,
  formula: readonly (Decimal | string)[],
  places = READ_WITH,
): Pick<DerivedFact, 'value' | 'unit' | 'formula'> {
  return {
    unit: 'MEUR',
    value: telling(millionsOf(value), places),
    formula: ['(', ...formula, ') ÷ ', MILLION],
  };
}

/** With so many decimals, or with as many more as it takes: 12.574,33 € are 0,01 million, not 0,0. */
function telling(value: Decimal, places: number): Decimal {
  const rounded = withPlaces(value, places);
  return rounded.units !== 0n || value.units === 0n ? rounded : telling(value, places + 1);
}
