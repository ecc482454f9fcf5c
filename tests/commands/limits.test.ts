import { describe, expect, test } from 'vitest';
import { figures, reply, shown } from '../desk.ts';

const headline = (...asked: Parameters<typeof reply>) =>
  reply(...asked).card.headline.replaceAll('\u00a0', ' ');
const title = (...asked: Parameters<typeof reply>) => reply(...asked).card.title.replaceAll('\u00a0', ' ');
const ids = (...asked: Parameters<typeof reply>) => reply(...asked).facts.map(({ subject }) => subject.id);

const CERTIFIED = { axis: 'axis-2', measure: 'certified' };

describe('a limit on one figure is a claim', () => {
  test.each([
    [{ above: '100' }, 'Sì: 109,8 Mln €, 9,8 Mln € in più di 100 Mln €'],
    [{ above: '150 Mln' }, 'No: 109,8 Mln €, 40,2 Mln € in meno di 150 Mln €'],
    [{ below: '100' }, 'No: 109,8 Mln €, 9,8 Mln € in più di 100 Mln €'],
    [{ above: '109,8' }, 'Sì: 109,8 Mln €, esattamente 109,8 Mln €'],
    [{ below: '109,8' }, 'Sì: 109,8 Mln €, esattamente 109,8 Mln €'],
    [{ above: '50', below: '120' }, 'Sì: 109,8 Mln €, tra 50 Mln € e 120 Mln €'],
    [{ above: '110', below: '110' }, 'Sì: 109,8 Mln €, che si arrotonda a 110 Mln €'],
    [{ above: '109.800.000 €', below: '109.800.000 €' }, 'Sì: 109,8 Mln €'],
    [{ above: '111', below: '111' }, 'No: 109,8 Mln €, 1,2 Mln € in meno di 111 Mln €'],
  ])('%o', (limits, expected) => {
    expect(headline('spending', { ...CERTIFIED, ...limits })).toBe(expected);
  });

  test('in English', () => {
    expect(headline('spending', { ...CERTIFIED, above: '150' }, 'en')).toBe(
      'No: €109.8 M, €40.2 M less than €150 M',
    );
  });

  test.each([
    [
      'participants',
      { axis: 'axis-1', group: 'participants', above: '200.000' },
      'Sì: 209.754, 9.754 in più di 200.000',
    ],
    [
      'spending',
      { axis: 'axis-2', measure: 'rate-certification', above: '50' },
      'No: 29,0% (calcolato), 21,0 punti in meno di 50%',
    ],
    [
      'ranking',
      { axis: 'axis-2', measure: 'certified', above: '100' },
      'Sì: 109,8 Mln €, 9,8 Mln € in più di 100 Mln €',
    ],
    [
      'initiative',
      { initiative: 'cigd', measure: 'activated', above: '100' },
      'Sì: 168,5 Mln €, 68,5 Mln € in più di 100 Mln €',
    ],
    ['indicator', { indicator: 'cr06', below: '50' }, 'No: valore raggiunto 59%, 9 punti in più di 50%'],
    ['indicator', { indicator: 'cr06', status: 'reached' }, 'Sì: 59%'],
    ['indicator', { indicator: 'it-tools', status: 'reached' }, 'No: 70%'],
    [
      'indicator',
      { indicator: 'cr06,it-tools', status: 'reached' },
      'No: ✅ CR06 – Occupati entro sei mesi: 59% · 🔴 Amministrazioni in grado di usare strumenti IT: 70%',
    ],
    [
      'compare',
      { first: 'axis-1', second: 'axis-2', measure: 'paid', order: 'highest' },
      'Sì: Asse I ha 26,0 Mln € in più di Asse II',
    ],
    [
      'compare',
      { first: 'axis-1', second: 'axis-2', measure: 'rate-payment', order: 'lowest' },
      'No: Asse I ha 33,3 punti in più di Asse II',
    ],
    [
      'changes',
      { axis: 'axis-1', measure: 'committed', above: '40', from: '2018', to: '2019' },
      'Sì: differenza 44,4 Mln € (calcolato), 4,4 Mln € in più di 40 Mln € · Risorse impegnate: 133,6 Mln € → 178,0 Mln € (+44,4 Mln €)',
    ],
  ])('%s %o', (command, options, expected) => {
    expect(headline(command, options)).toBe(expected);
  });

  test('has the distance as a fact, with its formula', () => {
    const given = reply('spending', { ...CERTIFIED, above: '100' });
    expect(figures(given)).toEqual(['answer', 'axis-2 certified 109.8 MEUR', 'axis-2 difference 9.8 MEUR']);
    expect(shown(given)).toContain('* Differenza – calcolato: 109,8 − 100');
  });

  test('finer than the printed millions is compared with the euros', () => {
    const asked = { axis: 'axis-2', measure: 'committed' };
    expect(headline('spending', { ...asked, above: '184,31' })).toMatch(/^Sì: .*184\.312\.574,33/);
    expect(headline('spending', { ...asked, above: '184,32' })).toMatch(/^No: /);
  });

  test('in another unit is refused', () => {
    const given = reply('spending', { ...CERTIFIED, above: '50%' });
    expect(figures(given)).toEqual(['refuse']);
    expect(given.card.headline).toContain('nell’unità del limite (50%)');
  });

  test('of a sum is about the sum', () => {
    const asked = { axis: 'axis-1,axis-3', measure: 'committed,sum', above: '400' };
    expect(headline('spending', asked)).toMatch(/^Sì: somma 417,1 Mln € \(calcolato\), 17,1 Mln €/);
  });
});

describe('a limit on a list', () => {
  test.each([
    ['ranking', { measure: 'certified', above: '100' }, ['axis-3', 'axis-1', 'axis-2'], 'almeno 100 Mln €'],
    ['ranking', { measure: 'certified', below: '20' }, ['axis-5', 'axis-4'], 'al massimo 20 Mln €'],
    [
      'ranking',
      { measure: 'certified', above: '10', below: '115' },
      ['axis-2', 'axis-5'],
      'tra 10 Mln € e 115 Mln €',
    ],
    ['ranking', { measure: 'certified', top: '2' }, ['axis-3', 'axis-1'], 'primi 2'],
    ['ranking', { measure: 'certified', top: '2', order: 'lowest' }, ['axis-4', 'axis-5'], 'ultimi 2'],
    [
      'ranking',
      { measure: 'certified', except: 'asse III', top: '1' },
      ['axis-1'],
      'tranne Asse III, primi 1',
    ],
    ['ranking', { measure: 'gap', above: '5' }, ['cr06', 'cr05', 'training-completion'], 'almeno 5 punti'],
    ['ranking', { measure: 'activated', of: 'initiative', top: '1' }, ['cigd'], 'prime 1'],
    [
      'spending',
      { axis: 'axis-1,axis-2,axis-4', measure: 'certified', above: '115' },
      ['axis-1'],
      'almeno 115 Mln €',
    ],
    [
      'spending',
      { except: 'axis-4,axis-5', measure: 'certified' },
      ['axis-1', 'axis-2', 'axis-3'],
      'tranne Asse IV e Asse V',
    ],
    [
      'participants',
      { except: 'axis-1', group: 'participants', above: '50k' },
      ['axis-2', 'axis-3'],
      'almeno 50.000, tranne Asse I',
    ],
  ])('%s %o', (command, options, expected, said) => {
    expect(ids(command, options)).toEqual(expected);
    expect(title(command, options).endsWith(` – ${said}`)).toBe(true);
  });

  test.each([
    [{ above: '500' }, 'Nessun asse supera 500 Mln € – quel che si avvicina di più: Asse III, 192,6 Mln €.'],
    [{ below: '2' }, 'Nessun asse è sotto 2 Mln € – quel che si avvicina di più: Asse IV, 4,5 Mln €.'],
    [
      { above: '50', below: '60' },
      'Nessun asse è tra 50 Mln € e 60 Mln € – quel che si avvicina di più: Asse V, 15,1 Mln € (calcolato).',
    ],
  ])('that leaves none says so, and shows them all: %o', (limits, expected) => {
    const given = reply('ranking', { measure: 'certified', ...limits });
    expect(given.outcome).toBe('answer');
    expect(given.facts).toHaveLength(5);
    expect(headline('ranking', { measure: 'certified', ...limits })).toMatch(expected);
  });

  test('is in the title of its picture', () => {
    const { chart } = reply('ranking', { measure: 'certified', top: '3' });
    expect(chart?.title).toMatch(/ – primi 3$/);
    expect(chart?.kind === 'bars' && chart.rows).toHaveLength(3);
  });

  test('with a sum adds what is left', () => {
    expect(figures(reply('spending', { except: 'axis-4', measure: 'certified,sum' })).at(-1)).toBe(
      'axis-1,axis-2,axis-3,axis-5 sum 438 MEUR',
    );
  });
});

describe('what is left out of one thing', () => {
  test('is taken from its figure', () => {
    const asked = { axis: 'axis-2', except: 'cigd', measure: 'activated' };
    expect(figures(reply('spending', asked))).toEqual([
      'answer',
      'axis-2 activated 378.3 MEUR',
      'cigd activated 168.5 MEUR',
      'axis-2 difference 209.8 MEUR',
    ]);
    expect(headline('spending', asked)).toMatch(/^Asse II senza CIGD: 209,8 Mln € \(calcolato\)/);
  });

  test('is not taken from a figure that leaves it out already', () => {
    const given = reply('spending', { axis: 'axis-2', except: 'cigd', measure: 'committed' });
    expect(given.facts.map(({ measure }) => measure)).not.toContain('difference');
    expect(shown(given)).toContain('Esclude 168,5 Mln € di CIGD');
  });

  test('and has no such figure is said to have none', () => {
    const given = reply('spending', { axis: 'axis-2', except: 'cigd', measure: 'certified' });
    expect(shown(given)).toContain('\nSpesa certificata, CIGD: non presente nella fonte.');
  });
});

describe('several dates', () => {
  test.each([
    [
      'spending',
      { axis: 'axis-2', measure: 'committed', date: '2018-12-31,2019-12-31' },
      '31.12.2018: 86,4 Mln € (86.370.816,79 €) · 31.12.2019: 146,7 Mln € (146.651.578,95 €)',
    ],
    [
      'spending',
      { axis: 'axis-2', measure: 'committed', date: '2019,2018' },
      '31.12.2019: 146,7 Mln € (146.651.578,95 €) · 31.12.2018: 86,4 Mln € (86.370.816,79 €)',
    ],
    [
      'participants',
      { axis: 'axis-1', group: 'participants-female', date: '2018,2020' },
      '31.12.2020: 97.643 (47%)',
    ],
    [
      'allocation',
      { axis: 'axis-2', measure: 'allocation', date: '2019,2020' },
      '31.12.2019: 227,1 Mln € (227.100.000,00 €) · 31.12.2020: 379,0 Mln €',
    ],
  ])('%s %o', (command, options, expected) => {
    expect(headline(command, options)).toBe(expected);
  });

  test('are dates of some commands only, and all of them real', () => {
    expect(reply('axis', { date: '2018,2019' }).outcome).toBe('refuse');
    expect(reply('spending', { date: '2018,1999' }).outcome).toBe('refuse');
  });
});

test('a ranking of funding sources, and within a priority', () => {
  expect(ids('ranking', { measure: 'allocation', of: 'fonti' })).toEqual(['eu', 'state', 'region']);
  expect(ids('ranking', { measure: 'activated', of: 'initiative', priority: '9.iv', top: '1' })).toEqual([
    'cigd',
  ]);
});

test.each([
  ['top', '0'],
  ['top', '26'],
  ['above', 'tanto'],
])('%s %s is not understood, with what to write instead', (option, text) => {
  const given = reply('ranking', { measure: 'certified', [option]: text });
  expect(given.outcome).toBe('refuse');
  expect(given.card.headline).toMatch(/^Scrivi /);
});

describe('a trend', () => {
  test('with a sum is of the programme', () => {
    const asked = { measure: 'committed,sum', from: '2018', to: '2020' };
    expect(figures(reply('trend', asked))).toEqual([
      'answer',
      'programme committed 405.1 MEUR',
      'programme committed 567.6 MEUR',
      'programme committed 641.6 MEUR',
    ]);
    expect(title('trend', asked)).toBe(
      'Andamento – POR FSE 2014-2020 – risorse impegnate – dal 31.12.2018 al 31.12.2020',
    );
  });

  test('with a sum of axes has them and their sum', () => {
    const given = reply('trend', {
      axis: 'axis-1,axis-2',
      measure: 'committed,sum',
      from: '2020',
      to: '2019',
    });
    expect(figures(given)).toEqual([
      'answer',
      'axis-1 committed 178 MEUR',
      'axis-1 committed 190.9 MEUR',
      'axis-2 committed 146.7 MEUR',
      'axis-2 committed 184.3 MEUR',
      'axis-1,axis-2 sum 324.6 MEUR',
      'axis-1,axis-2 sum 375.2 MEUR',
    ]);
    expect(given.chart?.kind === 'lines' && given.chart.series.map(({ label }) => label)).toEqual([
      'Asse I',
      'Asse II',
      'Somma',
    ]);
  });

  test('is of people and shares as well, and without what is left out', () => {
    expect(figures(reply('trend', { measure: 'participants,sum', from: '2019' }))).toEqual([
      'answer',
      'programme participants 376232 count',
      'programme participants 397748 count',
    ]);
    expect(new Set(ids('trend', { measure: 'share', except: 'axis-2,axis-3' }))).toEqual(
      new Set(['axis-1', 'axis-4', 'axis-5']),
    );
  });

  test('of one date says so', () => {
    const given = reply('trend', { axis: 'axis-1', measure: 'certified,committed' });
    expect(shown(given)).toContain('\nLa fonte ha a una sola data: spesa certificata.');
    expect(reply('trend', { measure: 'certified' }).chart).toBeNull();
  });
});
