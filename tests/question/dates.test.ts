import { describe, expect, it, test } from 'vitest';
import { snapshotOf } from '../../src/desk/options/kinds.ts';
import { dataset, desk, question } from '../desk.ts';

/** How a date is written, and the snapshot that answers; null where there is none of it. */
const WRITTEN: readonly (readonly [written: string, date: string | null])[] = [
  ['al 31/12/2019', '2019-12-31'],
  ['al 31.12.19', '2019-12-31'],
  ['al 2019-12-31', '2019-12-31'],
  ['12/31/2019', '2019-12-31'],
  ['December 31, 2019', '2019-12-31'],
  ['dec 2019', '2019-12-31'],
  ['a dicembre del 2019', '2019-12-31'],
  ["a dicembre '19", '2019-12-31'],
  ['12/2019', '2019-12-31'],
  ['nel secondo semestre 2019', '2019-12-31'],
  ['nel II semestre del 2019', '2019-12-31'],
  ['Q4 2019', '2019-12-31'],
  ['2019 h2', '2019-12-31'],
  ["all'inizio del 2020", '2019-12-31'],
  ['prima del 30 giugno 2020', '2019-12-31'],
  ['nel 2019', '2019-12-31'],
  ['al 30 giugno 2022', '2022-06-30'],
  ['al 30/06/22', '2022-06-30'],
  ['al 30 giugno', '2022-06-30'],
  ['metà 2022', '2022-06-30'],
  ['in the first half of 2022', '2022-06-30'],
  ['al trentuno dicembre duemilaventuno', '2021-12-31'],
  ['nel duemiladiciannove', '2019-12-31'],
  ['al trenta giugno duemilaventi', null],
  ['al 31 dicembre', '2020-12-31'],
  ['al 31/12/2020', '2020-12-31'],
  ['al 2020-06-30', null],
  ['June 30, 2020', null],
  ['30 giugno del 2020', null],
  ["a giugno dell'anno 2020", null],
  ['giu 2020', null],
  ['nel primo semestre 2020', null],
  ['3° trimestre 2020', null],
  ['al 30.6.20', null],
  ['al 31/12/2022', null],
  ['2022-12-31', null],
  ['al 15 dicembre 2020', null],
  ['al 30 settembre', null],
  ["l'anno scorso", '2019-12-31'],
  ['last year', '2019-12-31'],
  ['un anno fa', '2019-12-31'],
];

describe('a date as people write it', () => {
  test.each(WRITTEN)('in a question: "%s"', (written, date) => {
    const { facts, choices, outcome } = question(`impegnato asse II ${written}`);
    expect([...new Set(facts.map(({ asOf }) => asOf))]).toEqual(date === null ? [] : [date]);
    if (date === null) expect([outcome, choices.length]).toEqual(['refuse', 0]);
  });

  test.each(WRITTEN.filter(([written]) => /^[\d\p{Lu}]|^dec/u.test(written)))(
    'in an option: "%s"',
    (written, date) => {
      expect(snapshotOf(desk, written)?.date ?? null).toBe(date);
    },
  );

  it('is what the refusal quotes', () => {
    expect(question("impegnato asse II al 30 giugno dell'anno 2020").card.headline).toContain(
      "30 giugno dell'anno 2020",
    );
  });
});

describe('what looks like a date and is none', () => {
  test.each([
    ['per l’8 marzo: quante donne hanno partecipato?', 'programme'],
    ['IFTS AF 20/21 risorse attivate', 'ifts-2020-2021'],
    ['how much may axis 2 spend', 'axis-2'],
    ['progetto lombardia europa 2020', 'lombardia-europa-2020'],
    ['target al 31/12/2023 di CR06', 'cr06'],
    ['quanto ha impegnato l’asse II al', 'axis-2'],
  ])('%s', (text, subject) => {
    const { facts } = question(text);
    expect(facts.length).toBeGreaterThan(0);
    expect(new Set(facts.map((fact) => fact.subject.id))).toEqual(new Set([subject]));
    expect(new Set(facts.map((fact) => fact.asOf))).toEqual(new Set([dataset.latest.date]));
  });
});
