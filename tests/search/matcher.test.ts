import { describe, expect, it } from 'vitest';
import { buildNameIndex, match, suggest } from '../../src/search/matcher.ts';
import { INDEX, NAMED } from './things.ts';

const ids = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);

describe('match', () => {
  it('finds every thing by its full name, however it is written', () => {
    for (const { id, name } of NAMED)
      for (const text of [name, name.toLowerCase(), `  ${name}!`]) {
        const { best, rivals } = match(INDEX, text);
        expect([text, ...(best ? [best.id] : ids(rivals))]).toContain(id);
      }
  });

  it('asks which of two things with one name is meant', () => {
    const { outcome, best, rivals } = match(INDEX, 'OI Comune di Milano e Bollate');
    expect({ outcome, best, rivals: ids(rivals) }).toMatchInlineSnapshot(`
      {
        "best": null,
        "outcome": "choose",
        "rivals": [
          "oi-milano-bollate-9.i",
          "oi-milano-bollate-9.iv",
        ],
      }
    `);
  });

  it('lists the rivals first', () => {
    const { rivals, candidates } = match(INDEX, 'lombardia plus');
    expect(ids(candidates.map(({ named }) => named)).slice(0, rivals.length)).toEqual(ids(rivals));
  });

  it('says which words speak for the best', () => {
    expect(match(INDEX, 'quanto per nidi gratis, per favore').used).toEqual([2, 3]);
  });

  it('only considers the kinds asked for', () => {
    const { best } = match(INDEX, 'capacità amministrativa', { kinds: ['axis'] });
    expect(best?.id).toBe('axis-4');
    expect(match(INDEX, 'nidi gratis', { kinds: ['axis'] }).candidates).toEqual([]);
  });

  it('lets words that somebody else has understood neither help nor hurt', () => {
    const known = new Set(['riciclaggio', 'ferroviaria']);
    expect(match(INDEX, 'rete ferroviaria').outcome).toBe('none');
    expect(match(INDEX, 'riciclaggio', { known })).toMatchObject({ outcome: 'none', candidates: [] });
    expect(match(INDEX, 'nidi gratis ferroviaria', { known }).best?.id).toBe('nidi-gratis');
  });

  it('gives the nearest things even where it finds none', () => {
    const { outcome, candidates } = match(INDEX, 'nidi di rondine');
    expect([outcome, candidates[0]?.named.id]).toEqual(['none', 'nidi-gratis']);
  });

  it('scores from 0 to 1, best first, at most 25', () => {
    const scores = match(INDEX, 'percorsi di formazione per persone').candidates.map(({ score }) => score);
    expect(scores.length).toBeLessThanOrEqual(25);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  it('copes with an index of nothing, of one thing, of names without a word', () => {
    expect(match(buildNameIndex([]), 'nidi gratis').outcome).toBe('none');
    const odd = buildNameIndex([
      { kind: 'name', id: '1', name: '???', names: [] },
      { kind: 'name', id: '2', name: 'che cosa è', names: [] },
    ]);
    expect(match(odd, '???').outcome).toBe('none');
    expect(match(odd, 'che cosa è').best?.id).toBe('2');
  });
});

describe('suggest', () => {
  it('offers the first things in their order for nothing typed', () => {
    expect(ids(suggest(INDEX, ' ', ['axis']))).toEqual(['axis-1', 'axis-2', 'axis-3', 'axis-4', 'axis-5']);
    expect(suggest(INDEX, '', ['initiative'])).toHaveLength(25);
  });

  it.each([
    ['n', 'nidi-gratis'],
    ['ni', 'nidi-gratis'],
    ['nidi g', 'nidi-gratis'],
    ['aut', 'autoimprenditorialita-cultura'],
    ['gra', 'nidi-gratis'],
    ['azioni di r', 'azioni-di-rete-lavoro'],
    ['rigenerazione u', 'rigenerazione-urbana'],
    ['lombardia plus linea s', 'lombardia-plus-smart'],
  ])('"%s" offers %s', (text, id) => expect(ids(suggest(INDEX, text, ['initiative']))).toContain(id));

  it.each([
    ['azioni di r', 'azioni-di-rete-lavoro'],
    ['nidi', 'nidi-gratis'],
    ['lombardia plus linea s', 'lombardia-plus-smart'],
  ])('"%s" offers %s first', (text, id) => expect(suggest(INDEX, text, ['initiative'])[0]?.id).toBe(id));
});
