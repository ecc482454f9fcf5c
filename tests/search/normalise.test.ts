import { describe, expect, it } from 'vitest';
import { tokens } from '../../src/search/text/normalise.ts';

const terms = (text: string) =>
  tokens(text)
    .filter(({ stop }) => !stop)
    .map(({ term }) => term)
    .join(' ');

describe('an axis is one term', () => {
  it.each([
    'asse 2',
    'Asse II',
    'asse due',
    'secondo asse',
    'axis 2',
    'second axis',
    'as. 2',
    'ax 2',
    '2° asse',
    '2nd axis',
    'II asse',
    'asse2',
    "dell'asse II",
    'sullasse 2',
    'asse prioritario 2',
    'priority axis two',
    'second priority axis',
    'asse n. 2',
    'ases 2',
  ])('%s', (text) => expect(terms(text).replace('priority ', '')).toBe('axis:2'));

  it.each([
    ['assi 1, 2 e 3', 'axis:1 axis:2 axis:3'],
    ['asse I e IV', 'axis:1 axis:4'],
    ['il primo e il terzo asse', 'axis:1 axis:3'],
    ['asse da stiro', 'asse stiro'],
    ['asse 1 e i partecipanti', 'axis:1 partecipanti'],
    ['fase 2', 'fase 2'],
    ['asse 6', 'axis:6'],
  ])('%s → %s', (text, expected) => expect(terms(text)).toBe(expected));
});

describe('an axis may be called by a letter', () => {
  it.each([
    ['asse B', 'axis:b'],
    ['axis b', 'axis:b'],
    ["quanto ha certificato l'asse C?", 'certificato axis:c'],
    ['asse prioritario B', 'axis:b'],
    ['priority axis B', 'priority axis:b'],
    ['asse b nel 2020', 'axis:b 2020'],
    ['Asse B – Lavoro', 'axis:b lavoro'],
    ['assi A e B', 'axis:a axis:b'],
    ['assi a, b e c', 'axis:a axis:b axis:c'],
    ['assi a e b', 'axis:a axis:b'],
    ['asse A e i partecipanti', 'axis:a partecipanti'],
    ['pagamenti (asse a)', 'pagamenti axis:a'],
    ['quanto vale Asse A Occupazione', 'vale axis:a occupazione'],
    ["axis A's allocation", 'axis:a allocation'],
    ['impegnato asse a nel 2018', 'impegnato axis:a 2018'],
    ['asse a ed e', 'axis:a axis:e'],
    ['asse e e asse a', 'axis:e axis:a'],
    ["l'asse a e l'asse b", 'axis:a axis:b'],
  ])('%s → %s', (text, expected) => expect(terms(text)).toBe(expected));

  it.each([
    ['asse a certificare', 'asse certificare'],
    ['ASSE A CERTIFICARE', 'asse certificare'],
    ["l'asse e i suoi progetti", 'asse progetti'],
    ['asse o asse 2', 'asse axis:2'],
    ['asse a favore dei giovani', 'asse favore giovani'],
    ['asse a quanto ammonta', 'asse ammonta'],
    ["l'asse e quanto ha speso", 'asse speso'],
    ["l'asse c'è", 'asse'],
    ["asse d'inclusione", 'asse inclusione'],
    ['asse i', 'axis:1'],
    ['asse v', 'axis:5'],
    ['asse X', 'axis:10'],
    ['asse n. 2', 'axis:2'],
    ['base B', 'base'],
  ])('%s → %s', (text, expected) => expect(terms(text)).toBe(expected));
});

describe('an investment priority is one term', () => {
  it.each([
    'PI 9.iv',
    '9.IV',
    '9iv',
    '9 iv',
    'PI 9.4',
    "priorità d'investimento 9.iv",
    'P.I. 9.iv',
    '(PI 9.IV)',
  ])('%s', (text) => expect(terms(text)).toBe('pi:9.iv'));

  it.each([
    ['PI 9', 'pi:9'],
    ['PI 9.i e 9.ii', 'pi:9.i pi:9.ii'],
    ['9 i destinatari', '9 destinatari'],
    ['4,9 Mln', '4 9 mln'],
  ])('%s → %s', (text, expected) => expect(terms(text)).toBe(expected));
});

describe('a training year is one term', () => {
  it.each(['20/21', '2020/21', '2020-21', '20-21', '2020/2021', '2020 2021', '2020 – 2021'])('%s', (text) =>
    expect(terms(text)).toBe('2020/2021'),
  );

  it.each([
    ['biennio 20/22', 'biennio 2020/2022'],
    ['A.F.19/20 E 20/21', 'af 2019/2020 2020/2021'],
    ["europa '20", 'europa 2020'],
    ['31/12/2020', '31 12 2020'],
  ])('%s → %s', (text, expected) => expect(terms(text)).toBe(expected));
});

describe('words', () => {
  it.each([
    ['VULNERABILITÀ', 'vulnerabilita'],
    ["autoimprenditorialita'", 'autoimprenditorialita'],
    ['C.I.G.D.', 'cigd'],
    ['i.f.t.s. 20/21', 'ifts 2020/2021'],
    ["l'accesso dell’autorità", 'accesso autorita'],
    ['socio-lavorativa', 'socio lavorativa'],
    ['III-IV anni', '3 4 anni'],
    ['terzo e quarto anno', '3 4 anno'],
    ['ＣＩＧＤ', 'cigd'],
  ])('%s → %s', (text, expected) => expect(terms(text)).toBe(expected));

  it('keep where they stand in the text', () => {
    const text = 'Quanto per l’Àsse  II?';
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Quanto',
      'per',
      'l',
      'Àsse  II',
    ]);
  });

  it('in capitals among others are acronyms', () => {
    const acronyms = (text: string) => tokens(text).flatMap(({ term, acronym }) => (acronym ? term : []));
    expect(acronyms('quanto per gli ITS?')).toEqual(['its']);
    expect(acronyms('QUANTO PER GLI ITS?')).toEqual([]);
  });
});
