import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../src/check/page/numerals.ts';
import { pagesOf } from '../../src/check/source-text.ts';
import { type Claims, claimsInExcess, claimsOn, unclaimedNumbers } from '../../src/check/unclaimedNumbers.ts';

const SECOND = fileURLToPath(new URL('../secondProgramme/', import.meta.url));
const json = (file: string) => JSON.parse(readFileSync(join(SECOND, 'data', file), 'utf8'));
const NOTHING: Claims = { figures: [], words: [], notes: [] };
const claim = (subject: string, number: string, quote: string | null = null) => ({
  subject,
  number,
  quote,
  path: [],
});
const left = (page: string, claims: Partial<Claims>) =>
  unclaimedNumbers(page, { ...NOTHING, ...claims }).map(({ text, start }) => `${text} at ${start}`);

describe('the numbers of a page that nobody claims', () => {
  it('are none where every number is a figure', () => {
    const [programme, snapshot] = [json('programme.json'), json('snapshots/2024-06-30.json')];
    const pages = pagesOf(readFileSync(join(SECOND, 'source', 'rapporto-2024.txt'), 'utf8'));
    expect(
      pages.map((page, at) => {
        const claims = claimsOn(snapshot, programme, 'report-2024', at + 1);
        return [...unclaimedNumbers(page, claims), ...claimsInExcess(page, claims)];
      }),
    ).toEqual(pages.map(() => []));
  });

  it('stand where the page prints them', () => {
    const page = 'Ponte: 12,5 Mln € impegnati e 3 Mln € pagati';
    expect(left(page, { figures: [claim('bridge', '12,5')] })).toEqual(['3 at 30']);
    expect(page.slice(30, 31)).toBe('3');
  });

  it('are counted: one figure claims one of two equal numbers', () => {
    const page = 'Ponte 2 Mln €, Porta 2 Mln €';
    expect(left(page, { figures: [claim('bridge', '2')] })).toHaveLength(1);
    expect(left(page, { figures: [claim('bridge', '2'), claim('gate', '2')] })).toEqual([]);
    expect(
      claimsInExcess(page, { ...NOTHING, figures: ['a', 'b', 'c'].map((id) => claim(id, '2')) }),
    ).toHaveLength(1);
  });

  it('give way: a figure without a quote takes what quotes leave', () => {
    const page = 'Ponte 2 Mln €, Porta 2 Mln €';
    expect(left(page, { figures: [claim('gate', '2'), claim('bridge', '2', 'Ponte 2 Mln €')] })).toEqual([]);
  });

  it('are no figure of one subject twice: "attivate e impegnate" is one number of two kinds', () => {
    const page = 'Ponte: attivati e impegnati 6 Mln €';
    const figures = ['a', 'b'].map(() => claim('bridge', '6', page));
    expect(claimsInExcess(page, { ...NOTHING, figures })).toEqual([]);
  });

  it('do not hide in the quote of another amount, and bare ones may', () => {
    const page = 'Ponte: attivati 6 Mln € e impegnati 4 Mln € per 12 progetti';
    expect(left(page, { figures: [claim('bridge', '4', page)] })).toEqual(['6 at 16']);
  });

  it('may stand in a remark, a name or a note', () => {
    expect(left('In corso 14 bandi', { words: ['in corso 14 bandi'] })).toEqual([]);
    expect(left('In corso 14 bandi', { notes: ['I 14 bandi non sono cifre.'] })).toEqual([]);
    expect(left('In corso 14 bandi', {})).toEqual(['14 at 9']);
  });
});

it.each([
  ['al 31.12.2020, dal 1/7/21 al 31/12; A.F. 19/20 E 20/21; 2014-2020; biennio 2020/2022', []],
  ['PI 9.II, priorità 10.i, CO16, OT9, COVID-19, C(2020) 7664, livello 1 o 2', []],
  ['slide 5–8, Asse 2, art. 14, pagina 3 e 4, il 9 novembre', []],
  ['2.020 persone, 1990 €, 22 %, 5,3 Mln, 1.97', ['2.020', '1990', '22', '5,3', '1.97']],
])('of "%s" the amounts are %j', (text, amounts) => {
  expect(amountsIn(text).map((numeral) => numeral.text)).toEqual(amounts);
});
