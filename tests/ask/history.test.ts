import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/desk/reply.ts';
import { toPlain } from '../../src/model/decimal.ts';
import { question, reply, shown } from '../desk.ts';

/** The reprogramming of 2020, in millions of euros: before, after, and by how much. */
const MOVED = [
  ['axis-1', 'I', '358.0', '236.7', '-121.3'],
  ['axis-2', 'II', '227.1', '379.0', '151.9'],
  ['axis-3', 'III', '332.5', '301.9', '-30.6'],
] as const;

/** "2019-12-31 allocation 358.0", of one axis, in millions. */
function said(given: Reply, axis: string): readonly string[] {
  return given.facts
    .filter(({ subject, unit }) => subject.id === axis && unit === 'MEUR')
    .map(({ asOf, measure, value }) => `${asOf} ${measure} ${toPlain(value)}`);
}

describe('the reprogramming of 2020', () => {
  it.each(MOVED)('of %s is told by /changes', (axis, _, before, after, by) => {
    const given = reply('changes', { from: '2019-12-31', to: '2020-12-31', measure: 'allocation' });
    expect(said(given, axis)).toEqual([
      `2019-12-31 allocation ${before}`,
      `2020-12-31 allocation ${after}`,
      `2020-12-31 difference ${by}`,
    ]);
    expect(shown(given)).toContain(`${before} Mln € → ${after} Mln €`.replaceAll('.', ','));
  });

  it.each(MOVED)('of %s is in /trend', (axis, _, before, after) => {
    const given = said(reply('trend', { axis, measure: 'allocation' }), axis);
    expect(given).toContain(`2019-12-31 allocation ${before}`);
    expect(given).toContain(`2020-12-31 allocation ${after}`);
    expect(given).toHaveLength(9);
  });

  it.each(MOVED)('of %s is in /allocation at each date', (axis, _, before, after) => {
    expect(said(reply('allocation', { axis, date: '2019-12-31' }), axis)).toContain(
      `2019-12-31 allocation ${before}`,
    );
    expect(said(reply('allocation', { axis }), axis)).toContain(`2020-12-31 allocation ${after}`);
  });

  const ASKED = MOVED.flatMap(([axis, numeral, before, after]) =>
    [
      `com’è cambiata la dotazione dell’asse ${numeral} dal 2019 al 2020?`,
      `variazione dotazione asse ${numeral} 2019-2020`,
      `dotazione asse ${numeral} a fine 2019 e a fine 2020`,
      `di quanto è cambiata la dotazione dell'asse ${numeral} con la riprogrammazione?`,
      `andamento dotazione asse ${numeral}`,
      `how did the allocation of axis ${numeral} change between 2019 and 2020?`,
      `what changed in axis ${numeral}'s allocation since 2019`,
      `trend of axis ${numeral} allocation`,
    ].map((text) => [text, axis, before, after] as const),
  );

  it.each(ASKED)('is asked as "%s"', (text, axis, before, after) => {
    const given = question(text);
    expect(given.outcome).toBe('answer');
    expect(said(given, axis)).toEqual(
      expect.arrayContaining([`2019-12-31 allocation ${before}`, `2020-12-31 allocation ${after}`]),
    );
  });
});

describe('what did not move', () => {
  it('is not made to by printings that are cut or rounded', () => {
    const given = reply('changes', { from: '2019-12-31', to: '2020-12-31', measure: 'allocation' });
    expect(shown(given)).not.toMatch(/970,|32,[89]/);
    const both = question('dotazione asse V nel 2019 e nel 2020');
    const euros = both.facts.filter(({ unit }) => unit === 'EUR').map(({ value }) => toPlain(value));
    expect(euros).toEqual(['32874516.00', '32874516.00']);
    expect(shown(both)).toContain('Cifra troncata, non arrotondata');
  });

  it('is said to have stayed where the change is asked for', () => {
    const whole = question('com’è cambiata la dotazione dell’asse V dal 2019 al 2020?');
    expect(shown(whole)).toMatch(/Nessuna cifra è cambiata.*Dotazione: 32,8 Mln €/s);
  });
});

describe('what only another date has', () => {
  it('is not in the source, and said where it is', () => {
    const given = question('certificato asse 2 nel 2016');
    expect([given.outcome, given.facts]).toEqual(['refuse', []]);
    expect(shown(given)).toContain('C’è al 31.12.2020.');
  });

  it('is asked for in vain between two dates of which one is not there', () => {
    const given = question('impegnato asse 2 dal 2019 al 2023');
    expect(given.outcome).toBe('refuse');
    expect(shown(given)).toContain('2023');
  });
});

describe('declared expenditure', () => {
  it.each(['pagato asse 2 nel 2021', 'certificato asse 2 nel 2021', 'paid axis 2 in 2021'])(
    'is never given for what was asked as "%s"',
    (text) => expect(question(text).facts).toEqual([]),
  );

  it.each(['spesa dichiarata asse II nel 2022', 'declared expenditure axis 2 in 2022'])(
    'is asked as "%s"',
    (text) => {
      expect(said(question(text), 'axis-2')).toEqual(['2022-06-30 declared 266.1']);
    },
  );
});

describe('a difference of figures that both dates have in euros', () => {
  it.each([
    ['axis-2', 'committed', '2019-12-31', '2020-12-31'],
    ['axis-5', 'committed', '2015-12-31', '2020-12-31'],
    ['axis-1', 'declared', '2014-12-31', '2022-06-30'],
  ])('%s, %s, %s to %s is rounded once', (axis, measure, from, to) => {
    const euros = (date: string) =>
      reply('spending', { axis, measure, date }).facts.find(({ unit }) => unit === 'EUR')?.value;
    const [before, after] = [euros(from), euros(to)];
    const exact = (Number(after?.units) - Number(before?.units)) / 100 / 1_000_000;
    const facts = reply('changes', { axis, measure, from, to }).facts.filter(
      (fact) => fact.measure === 'difference',
    );
    expect([before?.places, after?.places]).toEqual([2, 2]);
    expect(facts.map(({ value, unit }) => [toPlain(value), unit])).toEqual([
      [exact.toFixed(facts[0]?.value.places), 'MEUR'],
    ]);
  });
});
