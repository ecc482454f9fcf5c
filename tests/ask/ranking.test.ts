import { describe, expect, it, test } from 'vitest';
import { compare } from '../../src/model/decimal.ts';
import { dataset, plain, question } from '../desk.ts';

const requested = (text: string) => question(text).request;

describe('what a superlative ranks', () => {
  test.each([
    ['quale iniziativa ha impegnato di più?', { of: 'initiative', measure: 'committed' }],
    ['classifica delle iniziative per pagamenti', { of: 'initiative', measure: 'paid' }],
    ['iniziative dell’asse III con più progetti', { of: 'initiative', axis: 'axis-3', measure: 'projects' }],
    ['the smallest initiative of axis 4 by amount', { of: 'initiative', axis: 'axis-4', order: 'lowest' }],
    ['quale asse ha più donne', { measure: 'participants-female' }],
    ['which axis has the fewest participants', { measure: 'participants', order: 'lowest' }],
    ['qual è la dotazione più piccola', { measure: 'allocation', order: 'lowest' }],
    ['quale priorità ha più partecipanti', { of: 'priority', measure: 'participants' }],
    ['which indicator is furthest behind its target', { of: 'indicator', measure: 'gap', order: 'lowest' }],
    ['peggior indicatore', { of: 'indicator', measure: 'gap', order: 'lowest' }],
    ['quale fonte ha la dotazione maggiore', { of: 'funding-source', measure: 'allocation' }],
    ['indicatore con il valore più alto', { of: 'indicator', measure: 'value' }],
  ])('%s', (text, options) => {
    expect(requested(text)).toMatchObject({ command: 'ranking', options });
  });

  test.each(['ci sono più donne o uomini?', 'more women or men in axis I?'])('not %s', (text) => {
    expect(requested(text)?.command).not.toBe('ranking');
    expect(question(text).outcome).toBe('answer');
  });
});

describe('a ranking of initiatives', () => {
  const { facts, card, chart } = question('iniziativa più costosa dell’asse II');

  it('has a list for each kind of amount, in order, of that axis alone', () => {
    const lists = [...new Set(facts.map(({ measure }) => measure))];
    expect(lists).toEqual(['activated', 'committed', 'paid', 'unspecified']);
    for (const measure of lists) {
      const own = facts.filter((fact) => fact.measure === measure);
      const sorted = own.toSorted((a, b) => compare(b.value, a.value));
      expect(own.map(({ value }) => value)).toEqual(sorted.map(({ value }) => value));
    }
    const axes = facts.map(({ subject }) =>
      subject.kind === 'initiative' ? subject.record.axis : subject.id,
    );
    expect(new Set(axes)).toEqual(new Set(['axis-2']));
  });

  it('says that initiatives are a selection, and has a picture of the first list that there is', () => {
    expect(card.notes.join()).toContain('selezione');
    expect(chart).not.toBeNull();
    expect(plain(question('iniziativa più costosa dell’asse IV').chart?.alt ?? '')).toContain('3,2 Mln €');
  });
});

describe('what lies between two amounts of one thing', () => {
  it.each([
    [
      'differenza tra impegnato e pagato asse I',
      'Differenza: 24,3 Mln € (calcolato) | Differenza – calcolato: 190,9 − 166,6',
    ],
    [
      'difference between paid and certified',
      'Differenza: 94,0 Mln € (calcolato) | Differenza – calcolato: 536,5 − 442,5',
    ],
  ])('%s', (text, difference) => {
    const { headline, notes } = question(text).card;
    expect(plain(`${headline} | ${notes[0]}`)).toBe(difference);
  });
});

describe('an axis that the programme does not have', () => {
  const numbers = dataset.programme.axes.map(({ number }) => number);
  test.each([0, 6, 42])('asse %i', (number) => {
    expect(numbers).not.toContain(number);
    expect(question(`quanto ha impegnato l'asse ${number}?`)).toMatchObject({ outcome: 'refuse', facts: [] });
  });
});

describe('people over time by the code of an output indicator', () => {
  it.each(['andamento disoccupati asse I', 'evoluzione dei partecipanti disoccupati'])('%s', (text) => {
    const { facts, chart } = question(text);
    expect(new Set(facts.map(({ measure }) => measure))).toEqual(new Set(['participants-unemployed']));
    expect(facts.length).toBeGreaterThan(2);
    expect(chart).not.toBeNull();
  });
});
