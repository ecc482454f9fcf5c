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

  it.each([
    ['rischio di marginalità', 'modello-marginalita', false],
    ['adol', 'giovani-adolescenti', true],
    ['quanto è costato il SIUA', 'siua', true],
    ['azioni di rette per il lavoro', 'azioni-di-rete-lavoro', true],
    ["l'assessore vuole capire se il coaching funziona", 'coaching-cpi', true],
  ])('takes the only thing that "%s" could be: %s, assumed: %s', (text, id, assumed) => {
    const { outcome, best, rivals, ...rest } = match(INDEX, text);
    expect([outcome, best?.id, rivals, rest.assumed]).toEqual(['found', id, [], assumed]);
  });

  it.each([
    ['il capo mi chiede i numeri del rischio di marginalità entro stasera', 'modello-marginalita'],
    ['scusate, qualcuno ha sottomano i dati sulla dispersione?', 'priority-10.i'],
    [
      'buongiorno, avrei bisogno di sapere quanto valgono le biblioteche digitali per la call',
      'documenti-digitali-biblioteche',
    ],
    ['in the meeting somebody asked about vocational education and nobody knew the amount', 'iefp-2020-2021'],
  ])('finds or offers a telling part of a name in "%s"', (text, id) => {
    const { best, rivals } = match(INDEX, text);
    expect(rivals.length).toBeLessThanOrEqual(5);
    expect(best ? [best.id] : ids(rivals)).toContain(id);
  });

  it.each([
    'smart tv',
    "qualità dell'aria",
    'rete fognaria',
    'vaccini covid',
    'servizio fotografico',
    'thanks a lot',
    'dove trovo un patrimonio di scarpe',
    'cerco scolastica marina a Bergamo',
    'coaching sportivo amatoriale',
    "come si chiama l'assessore alla formazione",
    'ho letto della Lombardia sul giornale di stamattina',
  ])('neither finds nor offers anything for "%s"', (text) => {
    expect(match(INDEX, text).outcome).toBe('none');
  });

  it.each([
    ['inclusione sociale', 'axis-2', false],
    ['asse inclusione sociale', 'axis-2', false],
    ['Social inclusion', 'axis-2', false],
    ['capacità amministrativa', 'axis-4', false],
    ['istruzione e formazione', 'axis-3', false],
    ['inclusone sociale', 'axis-2', true],
    ['capacità istituzionale', 'axis-4', true],
  ])('"%s" is the axis %s, whatever else is called so as well', (text, id, assumed) => {
    const { best, ...rest } = match(INDEX, text);
    expect([best?.id, rest.assumed]).toEqual([id, assumed]);
  });

  it('knows what else has the name of an axis where only that is looked for', () => {
    const { candidates } = match(INDEX, 'inclusione sociale', { kinds: ['indicator'] });
    expect(candidates[0]?.named.id).toBe('cr05');
  });

  it.each([
    'nid gratis',
    'gratis nid',
    'nii gratis',
    'ndi gratis',
    'niddi gratis',
    'nidi grats',
    'nodi gratis',
  ])('believes one slip in "%s"', (text) => expect(match(INDEX, text).best?.id).toBe('nidi-gratis'));

  it.each([
    ['cgd', 'cigd'],
    ['cggd', 'cigd'],
    ['siuua', 'siua'],
    ['iep 2019/2020', 'iefp-2019-2020'],
    ['ifs biennio', 'ifts-2020-2022'],
  ])('believes one slip in the code "%s"', (text, id) => expect(match(INDEX, text).best?.id).toBe(id));

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
    ['asse c', 'axis-4'],
    ['asse a', 'axis-5'],
    ['azioni di r', 'azioni-di-rete-lavoro'],
    ['rigenerazione u', 'rigenerazione-urbana'],
    ['lombardia plus linea s', 'lombardia-plus-smart'],
  ])('"%s" offers %s', (text, id) => expect(ids(suggest(INDEX, text, ['initiative', 'axis']))).toContain(id));

  it.each([
    ['azioni di r', 'azioni-di-rete-lavoro'],
    ['nidi', 'nidi-gratis'],
    ['lombardia plus linea s', 'lombardia-plus-smart'],
  ])('"%s" offers %s first', (text, id) => expect(suggest(INDEX, text, ['initiative'])[0]?.id).toBe(id));
});
