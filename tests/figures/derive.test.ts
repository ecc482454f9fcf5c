import { describe, expect, it } from 'vitest';
import { isReading } from '../../src/figures/inMillions.ts';
import { lookup, lookupAll } from '../../src/figures/lookup.ts';
import { formula } from '../../src/locale/format.ts';
import type { Subject } from '../../src/model/dataset.ts';
import { toPlain, withPlaces } from '../../src/model/decimal.ts';
import { type DerivedFact, type Fact, printedInputs } from '../../src/model/facts.ts';
import { DERIVED_MEASURES, isRate, MEASURES, type Measure } from '../../src/model/measures.ts';
import { dataset, SLIDES } from '../desk.ts';

const shelf = { dataset, snapshot: SLIDES };
const AXES = ['axis-1', 'axis-2', 'axis-3', 'axis-4', 'axis-5'];

function subject(id: string): Subject {
  const found = dataset.subjects.get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function facts(id: string, measure: Measure): readonly Fact[] {
  return lookup(shelf, subject(id), measure);
}

/** The only fact there is: `29.0 percent derived`. */
function only(id: string, measure: Measure): string {
  return facts(id, measure)
    .map(({ value, unit, status }) => `${toPlain(value)} ${unit} ${status}`)
    .join(' | ');
}

function derived(id: string, measure: Measure): DerivedFact {
  const found = facts(id, measure).find((fact) => fact.status === 'derived');
  if (!found) throw new Error(`${measure} of ${id} is not derived`);
  return found;
}

const everyDerived = [...dataset.subjects.values()].flatMap((each) =>
  MEASURES.flatMap((measure) => lookup(shelf, each, measure).filter(({ status }) => status === 'derived')),
) as DerivedFact[];

/** Worked out by hand from the slides, not by the program. */
describe('rates on the allocation, paid on committed and certified on paid', () => {
  it.each([
    ['axis-1', '99.6', '80.7', '70.4', '50.9', '87.3', '72.3'],
    ['axis-2', '99.8', '48.6', '37.1', '29.0', '76.3', '78.1'],
    ['axis-3', '98.0', '74.9', '67.3', '63.8', '89.8', '94.8'],
    ['axis-4', '99.5', '79.5', '42.0', '22.5', '52.8', '53.6'],
    ['axis-5', '97.9', '74.1', '54.3', '46.0', '73.3', '84.8'],
    ['programme', '99.1', '66.1', '55.3', '45.6', '83.6', '82.5'],
  ])('of %s', (id, ...expected) => {
    const rates = [
      'rate-activation',
      'rate-commitment',
      'rate-payment',
      'rate-certification',
      'rate-paid-on-committed',
      'rate-certified-on-paid',
    ] as const;
    expect(rates.map((rate) => only(id, rate))).toEqual(expected.map((rate) => `${rate} percent derived`));
  });
});

describe('what is left of the allocation to activate, commit, pay and certify', () => {
  it.each([
    ['axis-1', '1.0', '45.8', '70.1', '116.2'],
    ['axis-2', '0.7', '194.7', '238.4', '269.2'],
    ['axis-3', '6.1', '75.7', '98.8', '109.3'],
    ['axis-4', '0.1', '4.1', '11.6', '15.5'],
    ['axis-5', '0.7', '8.5', '15.0', '17.7'],
    ['programme', '8.6', '328.8', '433.9', '527.9'],
  ])('of %s', (id, ...expected) => {
    const left = [
      'remaining-to-activate',
      'remaining-to-commit',
      'remaining-to-pay',
      'remaining-to-certify',
    ] as const;
    expect(left.map((measure) => only(id, measure))).toEqual(
      expected.map((amount) => `${amount} MEUR derived`),
    );
  });
});

describe('Axis V, which has no slide', () => {
  it.each([
    ['activated', '32.1', '961,8 − (235,7 + 378,3 + 295,8 + 19,9)'],
    ['committed', '24.3', '641,6 − (190,9 + 184,3 + 226,2 + 15,9)'],
    ['paid', '17.8', '536,5 − (166,6 + 140,6 + 203,1 + 8,4)'],
    ['certified', '15.1', '442,5 − (120,5 + 109,8 + 192,6 + 4,5)'],
  ] as const)('has its %s by difference', (measure, expected, written) => {
    expect(only('axis-5', measure).split(' | ')[0]).toBe(`${expected} MEUR derived`);
    const fact = derived('axis-5', measure);
    expect(formula(fact.formula, 'it')).toBe(written);
    expect(fact.inputs.map((input) => input.subject.id)).toEqual([
      'programme',
      ...AXES.filter((id) => id !== 'axis-5'),
    ]);
  });

  it('has a printed allocation and share', () => {
    expect(only('axis-5', 'allocation')).toBe('32.8 MEUR published | 32874516.00 EUR published');
    expect(only('axis-5', 'share')).toBe('3 percent published');
  });

  it('has no participants, and what it has instead is named', () => {
    const { facts: none, absences } = lookupAll(shelf, [subject('axis-5')], ['participants']);
    expect(none).toEqual([]);
    const instead = absences.map(({ nearest }) => [...new Set(nearest.map(({ measure }) => measure))]);
    expect(instead).toEqual([['allocation', 'share', 'committed', 'declared']]);
  });
});

describe('the commitments of Axis II', () => {
  it('leave out 168.5 of CIGD, and are said with it too', () => {
    expect(only('axis-2', 'committed')).toBe('184.3 MEUR published | 184312574.33 EUR published');
    expect(only('axis-2', 'committed-with-cigd')).toBe('352.8 MEUR derived');
    expect(only('axis-2', 'rate-commitment-with-cigd')).toBe('93.1 percent derived');
    expect(formula(derived('axis-2', 'rate-commitment-with-cigd').formula, 'it')).toBe('352,8 ÷ 379,0 × 100');
    expect(only('programme', 'committed-with-cigd')).toBe('810.1 MEUR derived');
    expect(only('programme', 'rate-commitment-with-cigd')).toBe('83.5 percent derived');
  });

  it('are the only ones that do: no other axis has a figure with CIGD', () => {
    for (const id of ['axis-1', 'axis-3', 'axis-4', 'axis-5']) {
      expect(facts(id, 'committed-with-cigd')).toEqual([]);
      expect(facts(id, 'rate-commitment-with-cigd')).toEqual([]);
    }
  });

  it('carry the note on CIGD into every rate and remainder', () => {
    const measures = [
      'committed',
      'rate-commitment',
      'remaining-to-commit',
      'rate-paid-on-committed',
    ] as const;
    for (const measure of [...measures, 'committed-with-cigd', 'rate-commitment-with-cigd'] as const) {
      for (const fact of facts('axis-2', measure)) {
        const notes = fact.notes.map((note) => note.it).join(' ');
        expect(notes, measure).toMatch(/Esclude 168,5 Mln € di CIGD/);
      }
    }
  });
});

describe('people', () => {
  it.each([
    ['axis-1', '35204 count derived', '5.475 + 16.964 + 12.765'],
    ['axis-2', '42998 count derived', '6.535 + 14.047 + 22.416'],
    ['axis-3', '8766 count derived', '6.005 + 1.512 + 1.249'],
  ])('who are vulnerable in %s are the sum of three groups', (id, expected, written) => {
    expect(only(id, 'participants-vulnerable')).toBe(expected);
    expect(formula(derived(id, 'participants-vulnerable').formula, 'it')).toBe(written);
  });

  it('of a group in the programme are printed as a share and summed from the axes as a count', () => {
    expect(only('programme', 'participants-disability')).toBe('5 percent published | 18015 count derived');
    expect(only('programme', 'participants-migrants')).toBe('8 percent published | 32523 count derived');
    expect(only('programme', 'participants-other')).toBe('9 percent published | 36430 count derived');
    expect(only('programme', 'participants-vulnerable')).toBe('22 percent published | 86968 count derived');
  });

  it('who are printed are never computed anew', () => {
    for (const measure of ['participants', 'participants-female', 'participants-male'] as const) {
      expect(facts('programme', measure).map(({ status }) => status)).not.toContain('derived');
    }
  });

  it('of groups in Axis IV are not in the source', () => {
    const groups = ['participants-disability', 'participants-migrants', 'participants-other'] as const;
    for (const group of [...groups, 'participants-vulnerable'] as const) {
      expect(facts('axis-4', group)).toEqual([]);
    }
  });
});

describe('result indicators', () => {
  it.each([
    ['cr06', '29'],
    ['cr05', '12'],
    ['cr03-10.i', '0'],
    ['cr03-10.iv', '-32'],
    ['training-completion', '8'],
    ['it-tools', '-20'],
  ])('%s is %s points from its target', (id, points) => {
    expect(only(id, 'gap')).toBe(`${points} percent derived`);
  });

  it('have a gap, outputs have none', () => {
    expect(facts('out-unemployed', 'gap')).toEqual([]);
  });
});

describe('a derived figure', () => {
  it('exists for something', () => {
    expect(everyDerived.length).toBeGreaterThan(80);
    expect(new Set(everyDerived.map((fact) => fact.measure)).size).toBeGreaterThan(DERIVED_MEASURES.length);
  });

  it('rests on printed figures of the same date, each with its source', () => {
    for (const fact of everyDerived) {
      // The total of a group of which a single part is published is that part.
      const repeats = isReading(fact) || fact.measure.startsWith('participants');
      expect(fact.inputs.length, `${fact.subject.id} ${fact.measure}`).toBeGreaterThan(repeats ? 0 : 1);
      for (const input of printedInputs(fact)) {
        expect([input.status, input.asOf, input.source.printed === '']).toEqual([
          'published',
          fact.asOf,
          false,
        ]);
      }
    }
  });

  it('is never more precise than a printed figure it rests on, nor a rate than one decimal', () => {
    for (const fact of everyDerived) {
      const inputs = Math.min(...fact.inputs.map(({ value }) => value.places));
      expect(fact.value.places, `${fact.subject.id} ${fact.measure}`).toBeLessThanOrEqual(inputs);
      if (isRate(fact.measure)) expect(fact.value.places).toBeLessThanOrEqual(1);
    }
    expect(only('vita-persone-anziane', 'rate-paid-on-committed')).toBe('50 percent derived');
  });

  it('has one decimal as a rate, however precise the figures are; a difference has theirs', () => {
    const figures = SLIDES.figures.map((each) => ({ ...each, value: withPlaces(each.value, 3) }));
    const precise = { dataset, snapshot: { ...SLIDES, figures } };
    const [rate, left] = (['rate-payment', 'remaining-to-pay'] as const).map(
      (measure) => lookup(precise, subject('axis-4'), measure)[0],
    );
    expect([rate && toPlain(rate.value), left && toPlain(left.value)]).toEqual(['42.0', '11.600']);
  });

  it('says how it was computed, in the numbers of each language', () => {
    const rate = derived('axis-2', 'rate-certification');
    expect([formula(rate.formula, 'it'), formula(rate.formula, 'en')]).toEqual([
      '109,8 ÷ 379,0 × 100',
      '109.8 ÷ 379.0 × 100',
    ]);
    const people = derived('programme', 'participants-migrants');
    expect([formula(people.formula, 'it'), formula(people.formula, 'en')]).toEqual([
      '16.964 + 14.047 + 1.512',
      '16,964 + 14,047 + 1,512',
    ]);
    for (const fact of everyDerived) {
      const numbers = fact.inputs.length > 1 || isReading(fact) ? /\d .*\d/ : /\d/;
      expect(formula(fact.formula, 'it'), fact.measure).toMatch(numbers);
    }
  });

  it('carries the notes of its terms, but for a difference in which they cancel out', () => {
    const byDifference = everyDerived.filter(
      ({ subject: { id }, inputs }) => id === 'axis-5' && inputs.length > 2,
    );
    const others = everyDerived.filter((fact) => !byDifference.includes(fact));
    expect(others.length).toBeGreaterThan(60);
    for (const fact of others) {
      const carried = fact.inputs.flatMap(({ notes }) => notes);
      expect(fact.notes, `${fact.subject.id} ${fact.measure}`).toEqual(expect.arrayContaining(carried));
    }
  });
});

describe('what nothing is printed of', () => {
  it.each([
    ['nidi-gratis', 'certified'],
    ['nidi-gratis', 'participants'],
    ['priority-9.iv', 'allocation'],
    ['programme', 'admitted'],
    ['eu', 'certified'],
    ['cr06', 'participants-female'],
  ] as const)('%s has no %s, and not zero', (id, measure) => {
    expect(facts(id, measure)).toEqual([]);
    const { absences } = lookupAll(shelf, [subject(id)], [measure]);
    expect(absences.map((absence) => [absence.subject.id, absence.measure, absence.asOf])).toEqual([
      [id, measure, '2020-12-31'],
    ]);
  });

  it('has no zero anywhere', () => {
    const zeros = everyDerived.filter(({ value }) => value.units === 0n);
    expect(zeros.map(({ subject: { id }, measure }) => `${id} ${measure}`)).toEqual(['cr03-10.i gap']);
  });
});
