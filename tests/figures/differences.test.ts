import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { movedFigures } from '../../src/diff/movedFigures.ts';
import { changesBetween, compared } from '../../src/figures/changes.ts';
import { compared as comparedOf } from '../../src/figures/difference.ts';
import { readingOf } from '../../src/figures/inMillions.ts';
import { lookup } from '../../src/figures/lookup.ts';
import type { Snapshot } from '../../src/model/dataset.ts';
import { compare, type Decimal, difference, toPlain } from '../../src/model/decimal.ts';
import { type Fact, publishedFact } from '../../src/model/facts.ts';
import { MEASURES } from '../../src/model/measures.ts';
import { dataset, SLIDES } from '../desk.ts';

type Shown = {
  readonly before: Decimal;
  readonly after: Decimal;
  readonly difference: Decimal;
  readonly what: string;
};

/** What a reader could object to. */
function objections({ before, after, difference: by, what }: Shown): readonly string[] {
  const line = `${what}: ${toPlain(before)} → ${toPlain(after)} (${toPlain(by)})`;
  const own = difference(after, before);
  return [
    ...(by.places < Math.min(before.places, after.places) ? [`coarser than its terms: ${line}`] : []),
    ...(by.units === 0n && compare(before, after) !== 0 ? [`nothing, of figures that differ: ${line}`] : []),
    ...(by.places <= own.places && compare(own, by) !== 0 ? [`not that of what is shown: ${line}`] : []),
  ];
}

const subjects = [...dataset.subjects.values()];
const pairs: readonly (readonly [Snapshot, Snapshot])[] = dataset.snapshots.flatMap((earlier, at) =>
  dataset.snapshots.slice(at + 1).map((later) => [earlier, later] as const),
);

describe('a difference is not coarser than its terms, nor nothing, nor another than that of what is shown', () => {
  it.each(pairs)('from $date on', (earlier, later) => {
    const changes = changesBetween(dataset, { earlier, later }, subjects, MEASURES);
    const shown = changes.flatMap(({ before, after, difference, subject, measure }) =>
      before && after && difference
        ? [
            {
              before: before.value,
              after: after.value,
              difference: difference.value,
              what: `${subject.id} ${measure}`,
            },
          ]
        : [],
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.flatMap(objections)).toEqual([]);
  });

  it.each(pairs)('where two dates are compared as files, from $date on', (earlier, later) => {
    const moved = movedFigures([{ dataset, snapshot: earlier }], { dataset, snapshot: later });
    const shown = moved.flatMap(({ before, after, difference: by, subject, measure }) =>
      before && after && by && by.units !== 0n && before.unit === after.unit
        ? [{ before: before.value, after: after.value, difference: by, what: `${subject.id} ${measure}` }]
        : [],
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.flatMap(objections)).toEqual([]);
  });

  it.each(dataset.snapshots)('between two things at $date', (snapshot) => {
    const shelf = { dataset, snapshot };
    const shown = MEASURES.flatMap((measure) => {
      const facts = subjects.map((subject) => lookup(shelf, subject, measure));
      return facts.flatMap((one, at) =>
        facts.slice(at + 1).flatMap((other) =>
          comparedOf([...one, ...other]).flatMap((fact): readonly Shown[] => {
            const [after, before] = fact.status === 'derived' ? (fact.operands ?? []) : [];
            if (!after || !before) return [];
            const what = `${after.subject.id} ${before.subject.id} ${measure}`;
            return [{ before: before.value, after: after.value, difference: fact.value, what }];
          }),
        ),
      );
    });
    expect(shown.flatMap(objections)).toEqual([]);
  });
});

const [printed] = SLIDES.figures;
if (!printed) throw new Error('no figure');

/** A figure of invented value: euros with cents, or millions as they are printed. */
const fact = (unit: 'EUR' | 'MEUR', units: bigint, places: number): Fact =>
  publishedFact({ ...printed, measure: 'committed', unit, value: { units, places }, note: null });
/** Of another thing. */
const ofAxis = (id: string, units: bigint, places: number): Fact => {
  const subject = dataset.subjects.get(id);
  if (!subject) throw new Error(`no ${id}`);
  return { ...fact('MEUR', units, places), subject };
};
const inEuros = (cents: bigint) => {
  const euros = fact('EUR', cents, 2);
  return [readingOf(euros), euros];
};
const said = (befores: readonly Fact[], afters: readonly Fact[]) => {
  const { before, after, difference: by } = compared(befores, afters);
  return [before, after, by].map((each) => each && `${toPlain(each.value)} ${each.unit}`).join(' | ');
};
const CENTS = fc.bigInt({ min: 0n, max: 100_000_000_000n });
const NEAR = fc
  .tuple(CENTS, fc.bigInt({ min: 0n, max: 30_000_000n }))
  .map(([one, by]) => [one, one + by] as const);

test.each([
  ['millions that tell', 18_431_257_433n, 30_714_999_900n, '184.3 MEUR | 307.1 MEUR | 122.8 MEUR'],
  [
    'millions that are the same',
    18_430_000_000n,
    18_431_257_433n,
    '184300000.00 EUR | 184312574.33 EUR | 12574.33 EUR',
  ],
  [
    'millions with another difference',
    14_665_200_000n,
    18_431_200_000n,
    '146.65 MEUR | 184.31 MEUR | 37.66 MEUR',
  ],
])('%s', (_, before, after, line) => expect(said(inEuros(before), inEuros(after))).toBe(line));

test('a difference of two decimals where both terms are printed with two, though the euros are known', () => {
  const both = (units: bigint, cents: bigint) => [fact('MEUR', units, 2), fact('EUR', cents, 2)];
  expect(said(both(10_980n, 10_980_123_456n), both(11_025n, 11_025_000_000n))).toBe(
    '109.80 MEUR | 110.25 MEUR | 0.45 MEUR',
  );
});

test('of printed figures with one and with two decimals it has one', () => {
  expect(said([fact('MEUR', 1098n, 1)], [fact('MEUR', 11_125n, 2)])).toBe(
    '109.8 MEUR | 111.25 MEUR | 1.5 MEUR',
  );
});

test('of printed figures that no common decimal tells apart it has the decimals of the finer one', () => {
  const [fact, ...others] = comparedOf([ofAxis('axis-1', 5n, 0), ofAxis('axis-2', 48n, 1)]);
  expect(others).toEqual([]);
  expect(fact && toPlain(fact.value)).toBe('0.2');
});

test('whatever the euros are', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(CENTS, CENTS), NEAR), ([one, other]) => {
      const { before, after, difference: by, moved } = compared(inEuros(one), inEuros(other));
      expect(moved).toBe(one !== other);
      if (!before || !after || !by || !moved) return;
      const shown = { before: before.value, after: after.value, difference: by.value, what: '' };
      expect(objections(shown)).toEqual([]);
      expect(by.unit).toBe(after.unit);
      expect(compare(own(shown), by.value)).toBe(0);
    }),
  );
});

const own = ({ before, after }: Shown) => difference(after, before);
