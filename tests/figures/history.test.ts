import { describe, expect, it } from 'vitest';
import { lookup, lookupAll } from '../../src/figures/lookup.ts';
import { loadDataset } from '../../src/load/load.ts';
import { formula } from '../../src/locale/format.ts';
import { toPlain } from '../../src/model/decimal.ts';
import type { Fact } from '../../src/model/facts.ts';
import type { Measure } from '../../src/model/measures.ts';
import { DATA, places } from '../check/copy.ts';

const loaded = await loadDataset(DATA);
if (!loaded.ok) throw new Error(places(loaded.findings).join('\n'));
const { dataset } = loaded;

function at(date: string, id: string, measure: Measure): readonly Fact[] {
  const snapshot = dataset.snapshots.find((each) => each.date === date);
  const subject = dataset.subjects.get(id);
  if (!snapshot || !subject) throw new Error(`no ${date} or ${id}`);
  return lookup({ dataset, snapshot }, subject, measure);
}

/** `358.0 MEUR derived`, with the formula of what was computed. */
const said = (facts: readonly Fact[]) =>
  facts.map((fact) => {
    const how = fact.status === 'derived' ? `= ${formula(fact.formula, 'it')}` : fact.source.document.id;
    return `${toPlain(fact.value)} ${fact.unit} ${how}`;
  });
const first = (date: string, id: string, measure: Measure) => said(at(date, id, measure))[0]?.split(' ')[0];

describe('history', () => {
  it('leaves the default date to the slides', () => {
    expect(dataset.latest.date).toBe('2020-12-31');
    expect(dataset.snapshots.map(({ date, partial }) => `${date}${partial ? ' partial' : ''}`)).toEqual([
      ...[2014, 2015, 2016, 2017, 2018, 2019].map((year) => `${year}-12-31 partial`),
      '2020-12-31',
      '2021-12-31 partial',
      '2022-06-30 partial',
    ]);
  });

  it('says money in millions first, and carries the exact euros', () => {
    expect(said(at('2019-12-31', 'axis-1', 'allocation'))).toEqual([
      '358.0 MEUR = 358.000.000,00 ÷ 1.000.000',
      '358000000.00 EUR eu-finance',
    ]);
    expect(said(at('2020-12-31', 'axis-1', 'committed'))).toEqual([
      '190.9 MEUR slides-2020',
      '190927704.06 EUR eu-finance',
    ]);
  });

  it('tells the reprogramming of 2020', () => {
    const moved = ['axis-1', 'axis-2', 'axis-3'].map((axis) =>
      ['2019-12-31', '2020-12-31'].map((date) => first(date, axis, 'allocation')),
    );
    expect(moved).toEqual([
      ['358.0', '236.7'],
      ['227.1', '379.0'],
      ['332.5', '301.9'],
    ]);
  });

  it('says once what two documents print alike, and cites both', () => {
    const [, euros, ...others] = at('2020-12-31', 'axis-2', 'committed');
    expect(others).toEqual([]);
    if (euros?.status !== 'published') throw new Error('not published');
    expect([euros.source, ...euros.also].map(({ document, printed }) => `${document.id} ${printed}`)).toEqual(
      ['slides-2020 184.312.574,33€', 'eu-finance 184312574.33'],
    );
    expect(said(at('2020-12-31', 'axis-2', 'allocation'))).toEqual(['379.0 MEUR slides-2020']);
    expect(said(at('2020-12-31', 'axis-5', 'allocation'))).toEqual([
      '32.8 MEUR slides-2020',
      '32874516.00 EUR eu-finance',
    ]);
    expect(loaded.agreements).toBe(9);
  });

  it('keeps the difference of the slides beside the exact commitments of Axis V, and says why they differ', () => {
    const facts = at('2020-12-31', 'axis-5', 'committed');
    expect(said(facts)).toEqual([
      '24.3 MEUR = 641,6 − (190,9 + 184,3 + 226,2 + 15,9)',
      '24208826.25 EUR eu-finance',
    ]);
    expect(facts[0]?.notes[0]?.it).toMatch(/differenza fra cifre arrotondate.*24\.208\.826,25 €/);
  });

  it('adds up all axes where no document prints the total', () => {
    expect(said(at('2019-12-31', 'programme', 'committed'))).toEqual([
      '567.6 MEUR = 567.610.202,48 ÷ 1.000.000',
      '567610202.48 EUR = 177.966.084,16 + 146.651.578,95 + 210.514.278,08 + 10.418.954,68 + 22.059.306,61',
    ]);
    expect(first('2020-12-31', 'programme', 'declared')).toBe('513.8');
    expect(said(at('2020-12-31', 'programme', 'allocation'))).toEqual(['970.4 MEUR slides-2020']);
  });

  it('says what there is of the programme where what was asked is not there', () => {
    const snapshot = dataset.snapshots.find(({ date }) => date === '2019-12-31');
    const programme = dataset.subjects.get('programme');
    if (!snapshot || !programme) throw new Error('not found');
    const { facts, absences } = lookupAll({ dataset, snapshot }, [programme], ['paid']);
    expect(facts).toEqual([]);
    const nearest = absences.flatMap((absence) => absence.nearest).filter(({ unit }) => unit === 'MEUR');
    expect(nearest.map(({ measure, value }) => `${measure} ${toPlain(value)}`)).toEqual([
      'allocation 970.5',
      'committed 567.6',
      'declared 465.3',
    ]);
  });

  it('computes rates and remainders from exact euros where there are no printed millions', () => {
    expect(said(at('2017-12-31', 'axis-4', 'rate-commitment'))).toEqual([
      '10.2 percent = 2.042.096,89 ÷ 20.000.000,00 × 100',
    ]);
    expect(said(at('2019-12-31', 'axis-1', 'remaining-to-commit'))).toEqual([
      '180.0 MEUR = (358.000.000,00 − 177.966.084,16) ÷ 1.000.000',
    ]);
    expect(said(at('2020-12-31', 'axis-1', 'rate-commitment'))).toEqual([
      '80.7 percent = 190,9 ÷ 236,7 × 100',
    ]);
  });

  it('says that commitments beyond the allocation are overbooking', () => {
    for (const measure of ['committed', 'rate-commitment', 'remaining-to-commit'] as const) {
      expect(at('2021-12-31', 'axis-1', measure)[0]?.notes[0]?.en).toContain('overbooking');
    }
    expect(first('2021-12-31', 'axis-1', 'remaining-to-commit')).toBe('-43.3');
  });

  it('never gives declared spend as paid or certified', () => {
    for (const { date } of dataset.snapshots) {
      for (const fact of at(date, 'axis-1', 'declared')) {
        expect(fact.notes.map((note) => note.it).join()).toContain('né il pagato né il certificato');
      }
      if (date !== '2020-12-31') expect(at(date, 'axis-1', 'paid')).toEqual([]);
      if (date !== '2020-12-31') expect(at(date, 'axis-1', 'certified')).toEqual([]);
    }
  });

  it('counts the people of an axis from its priorities, only at dates at which no document counts them', () => {
    expect(
      ['axis-1', 'axis-2', 'axis-3', 'axis-4', 'programme'].map((id) =>
        first('2019-12-31', id, 'participants'),
      ),
    ).toEqual(['205076', '112297', '55160', '3699', '376232']);
    expect(said(at('2020-12-31', 'axis-4', 'participants-disability'))).toEqual([]);
    expect(first('2019-12-31', 'axis-4', 'participants-disability')).toBe('2');
  });

  it('finds in the priorities the very people of the slides', () => {
    const snapshot = dataset.latest;
    for (const axis of ['axis-1', 'axis-2', 'axis-3', 'axis-4']) {
      for (const measure of [
        'participants',
        'participants-disability',
        'participants-migrants',
        'participants-other',
      ] as const) {
        const own = [...dataset.subjects.values()].filter(
          (subject) => subject.kind === 'priority' && subject.record.axis === axis,
        );
        const counts = own.flatMap((subject) => lookup({ dataset, snapshot }, subject, measure));
        const total = counts.reduce((sum, { value }) => sum + Number(toPlain(value)), 0);
        const [slide] = at('2020-12-31', axis, measure).filter(({ unit }) => unit === 'count');
        if (slide) expect(`${axis} ${measure} ${total}`).toBe(`${axis} ${measure} ${toPlain(slide.value)}`);
      }
    }
  });

  it('never mistakes the count of a result indicator for its percentage', () => {
    expect(said(at('2020-12-31', 'cr05', 'value'))).toEqual(['92 percent slides-2020']);
    expect(said(at('2020-12-31', 'cr05', 'participants'))).toEqual(['4866 count eu-achievements']);
    expect(at('2019-12-31', 'cr05', 'value')).toEqual([]);
  });
});
