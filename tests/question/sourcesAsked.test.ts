import { describe, expect, test } from 'vitest';
import { sourcesCard } from '../../src/cards/words/sources.ts';
import { question } from '../desk.ts';

const before = question('quanto ha certificato l’asse II?');

describe('after an answer', () => {
  test.each([
    'fonte?',
    'Fonte',
    'e la fonte?',
    'qual è la fonte?',
    'scusa, la fonte qual è?',
    'da dove viene?',
    'da dove viene questo numero?',
    'in quale slide?',
    'source?',
    'what is the source?',
    'where does it come from?',
    'where does this figure come from?',
    'which page?',
  ])('“%s” gives its sources, as the button does', (text) => {
    const { card, facts, request, sourcesOf } = question(text, 'it', before.request);
    expect(card).toEqual(sourcesCard(before, 'it'));
    expect(facts).toEqual(before.facts);
    expect([request, sourcesOf?.card]).toEqual([before.request, before.card]);
  });

  test.each([
    'fonte di finanziamento?',
    'e la fonte UE?',
    'da dove vengono i dati?',
    'da dove arrivano i soldi?',
    'da dove viene il finanziamento?',
    'e le fonti?',
    'e l’asse III?',
    'quale fonte finanzia di più?',
    'la fonte dell’asse III?',
  ])('“%s” is a question of its own', (text) => {
    expect(question(text, 'it', before.request).sourcesOf).toBeUndefined();
  });

  test('it is in the language of who asks, goes on from what the answer goes on from, and can be followed', () => {
    const followed = question('e l’asse III?', 'it', before.request);
    const asked = question('source?', 'en', followed.request);
    expect(asked.card.title).toContain('Axis III');
    const next = question('e l’asse I?', 'it', asked.request);
    expect(next.requests[0]?.options).toMatchObject({ axis: 'axis-1', measure: 'certified' });
  });

  test('on two questions it is about both', () => {
    const both = question('quanto ha certificato l’asse II e quante donne?');
    const { facts, requests, card } = question('fonte?', 'it', both.request);
    expect(facts).toEqual(both.facts);
    expect(requests.map(({ command }) => command)).toEqual(['spending', 'participants']);
    expect(card).toEqual(sourcesCard(both, 'it'));
  });
});

test('without an answer before, “fonte?” has nothing to show the sources of', () => {
  expect(question('fonte?').sourcesOf).toBeUndefined();
});
