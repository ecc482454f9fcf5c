import { describe, expect, test } from 'vitest';
import { factJson } from '../../src/render/json.ts';
import { dataset, figures, reply, shown } from '../desk.ts';

/** The figures of an operation: `axis-1,axis-3 sum 417.1 MEUR`. */
function computed(operation: string, ...asked: Parameters<typeof reply>): readonly string[] {
  return figures(reply(...asked)).filter((figure) => figure.includes(` ${operation} `));
}

describe('sum', () => {
  test.each([
    ['spending', { axis: 'axis-1,axis-3', measure: 'committed,sum' }, ['axis-1,axis-3 sum 417.1 MEUR']],
    [
      'spending',
      { axis: 'axis-1,axis-3', measure: 'committed,sum', date: '2018-12-31' },
      ['axis-1,axis-3 sum 290.1 MEUR'],
    ],
    [
      'spending',
      { axis: 'axis-1,axis-2', measure: 'paid,certified,sum' },
      ['axis-1,axis-2 sum 307.2 MEUR', 'axis-1,axis-2 sum 230.3 MEUR'],
    ],
    ['allocation', { source: 'state,region', measure: 'allocation,sum' }, ['state,region sum 485.2 MEUR']],
    [
      'participants',
      { axis: 'axis-1,axis-3', group: 'participants,sum' },
      ['axis-1,axis-3 sum 268267 count'],
    ],
    ['compare', { first: 'axis-1', second: 'axis-2', measure: 'paid,sum' }, ['axis-1,axis-2 sum 307.2 MEUR']],
  ])('%s %o', (command, options, expected) => {
    expect(computed('sum', command, options)).toEqual(expected);
  });

  test.each([
    ['of two measures of one thing', 'spending', { axis: 'axis-2', measure: 'paid,certified,sum' }],
    ['of percentages', 'spending', { axis: 'axis-1,axis-2', measure: 'rate-payment,sum' }],
    ['of things of two kinds', 'allocation', { axis: 'axis-1', source: 'state', measure: 'allocation,sum' }],
    ['of what one of them lacks', 'participants', { axis: 'axis-1,axis-5', group: 'participants,sum' }],
  ])('is not made %s', (_, command, options) => {
    const given = reply(command, options);
    expect(given.outcome).toBe('answer');
    expect(computed('sum', command, options)).toEqual([]);
    expect(shown(given)).toContain('\nNessuna somma: ');
  });

  test('leads the card, with its formula below', () => {
    expect(
      shown(reply('spending', { axis: 'axis-1,axis-3', measure: 'certified,sum' })),
    ).toMatchInlineSnapshot(`
      "Asse I e Asse III – spesa certificata al 31.12.2020
      Somma: 313,1 Mln € (calcolato)
      Asse I: 120,5 Mln €
      Asse III: 192,6 Mln €
      * Somma – calcolato: 120,5 + 192,6
      * Asse I e Asse III, spesa certificata: Valore raggiunto al 31.12.2020 (titolo del riquadro sulla slide: «TARGET 2020»).
      Fonte: Regione Lombardia, slide 5, 7"
    `);
  });

  test('in JSON is of a group, and says of what', () => {
    const fact = reply('spending', { axis: 'axis-1,axis-3', measure: 'certified,sum' }).facts.at(-1);
    expect(fact && factJson(dataset, fact, 'it')).toMatchObject({
      subject: { kind: 'group', id: 'axis-1,axis-3', name: 'Asse I, Asse III' },
      measure: 'sum',
      value: 313.1,
      status: 'derived',
      formula: '120,5 + 192,6',
      of: [
        { subject: 'axis-1', measure: 'certified', asOf: '2020-12-31' },
        { subject: 'axis-3', measure: 'certified', asOf: '2020-12-31' },
      ],
    });
  });
});

describe('ratio', () => {
  test.each([
    [
      'spending',
      { axis: 'axis-1,axis-2', measure: 'certified,committed,ratio' },
      ['axis-1 ratio 63.1 percent', 'axis-2 ratio 59.6 percent'],
    ],
    ['spending', { measure: 'paid,committed,ratio' }, ['programme ratio 83.6 percent']],
    [
      'participants',
      { axis: 'axis-3', group: 'participants-female,participants,ratio' },
      ['axis-3 ratio 43.3 percent'],
    ],
    ['compare', { first: 'axis-1', second: 'axis-2', measure: 'paid,ratio' }, ['axis-1 ratio 118.5 percent']],
  ])('%s %o', (command, options, expected) => {
    expect(computed('ratio', command, options)).toEqual(expected);
  });

  test.each(['axis-1', 'axis-2', 'axis-3', 'axis-4'])(
    'of what there is a rate of is that rate: %s',
    (axis) => {
      const [rate] = reply('spending', { axis, measure: 'rate-paid-on-committed' }).facts;
      const ratio = reply('spending', { axis, measure: 'paid,committed,ratio' }).facts.at(-1);
      expect([ratio?.value, ratio?.unit]).toEqual([rate?.value, 'percent']);
    },
  );
});

describe('share-of-total', () => {
  test.each([
    [
      'spending',
      { axis: 'axis-2', measure: 'certified,share-of-total' },
      'axis-2',
      24.8,
      'Quota sul totale (POR FSE 2014-2020)',
    ],
    [
      'initiative',
      { initiative: 'cigd', measure: 'activated,share-of-total' },
      'cigd',
      44.5,
      'Quota sul totale (Asse II)',
    ],
    [
      'participants',
      { axis: 'axis-3', group: 'participants-female,share-of-total' },
      'axis-3',
      13.8,
      'Quota sul totale (POR FSE 2014-2020)',
    ],
    [
      'participants',
      { group: 'participants-disability,share-of-total' },
      'programme',
      4.5,
      'Quota sul totale (POR FSE 2014-2020, destinatari)',
    ],
  ])('%s %o', (command, options, id, value, label) => {
    expect(computed('share-of-total', command, options)).toEqual([`${id} share-of-total ${value} percent`]);
    expect(shown(reply(command, options))).toContain(`${label}: `);
  });

  test('of what leaves the part out is not made', () => {
    expect(
      computed('share-of-total', 'initiative', { initiative: 'cigd', measure: 'committed,share-of-total' }),
    ).toEqual([]);
  });
});

describe('difference', () => {
  test.each([
    [
      { axis: 'axis-1,axis-2', measure: 'committed,paid,difference' },
      ['axis-1 difference 24.3 MEUR', 'axis-2 difference 43.7 MEUR'],
    ],
    [{ measure: 'committed,paid,difference' }, ['programme difference 105.1 MEUR']],
    [{ axis: 'axis-1,axis-3', measure: 'certified,difference' }, ['axis-3 difference 72.1 MEUR']],
  ])('spending %o', (options, expected) => {
    expect(computed('difference', 'spending', options)).toEqual(expected);
  });

  test('of two groups of people', () => {
    expect(
      computed('difference', 'participants', { group: 'participants-female,participants-male,difference' }),
    ).toEqual(['programme difference 30764 count']);
  });
});

describe('growth', () => {
  const asked = { axis: 'axis-1', measure: 'committed,growth', from: '2018-12-31', to: '2019-12-31' };

  test('stands beside before, after and difference', () => {
    expect(figures(reply('changes', asked))).toEqual([
      'answer',
      'axis-1 committed 133.6 MEUR',
      'axis-1 committed 178 MEUR',
      'axis-1 difference 44.4 MEUR',
      'axis-1 growth 33.2 percent',
    ]);
    expect(shown(reply('changes', asked, 'en'))).toContain('€133.6 M → €178.0 M (+€44.4 M, +33.2%)');
  });

  test('from zero is not computed, in words', () => {
    const given = reply('changes', { axis: 'axis-1', measure: 'declared,growth', from: '2014-12-31' });
    expect(given.facts.map(({ measure }) => measure)).toEqual(['declared', 'declared', 'difference']);
    expect(shown(given)).toContain('crescita – non si calcola da 0,0 Mln €');
  });

  test('of percentages is left to their points', () => {
    const given = reply('changes', { axis: 'axis-1', measure: 'share,growth' });
    expect(given.facts.map(({ measure }) => measure)).toEqual(['share', 'share', 'difference']);
  });
});

describe('an operation in words', () => {
  test.each(['committed,sum', 'impegnato, somma', 'sum, committed', 'Somma,risorse impegnate'])(
    '%s',
    (measure) => {
      expect(reply('spending', { axis: 'axis-1,axis-3', measure }).request?.options.measure).toBe(
        'committed,sum',
      );
    },
  );
});
