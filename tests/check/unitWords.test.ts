import { describe, expect, it } from 'vitest';
import { unitIn, unitsBeside } from '../../src/check/unitWords.ts';

describe('the unit that words beside a number say', () => {
  it.each([
    ['109,8 MLN€ DI SPESA CERTIFICATA', '109,8', 'MEUR'],
    ['DOTAZIONE TOTALE 970,4 M€', '970,4', 'MEUR'],
    ['Asse I – Occupazione 236,7 Mn€', '236,7', 'MEUR'],
    ['Pagamenti: 8,1 milioni di euro', '8,1', 'MEUR'],
    ['pagati 8,1 Mio EUR', '8,1', 'MEUR'],
    ['€ 8,1 milioni', '8,1', 'MEUR'],
    ['paid: €168.5 M', '168.5', 'MEUR'],
    ['Mln € 8,1', '8,1', 'MEUR'],
    ['oltre ai 184.312.574,33€ sono', '184.312.574,33', 'EUR'],
    ['impegnati € 350.000,00', '350.000,00', 'EUR'],
    ['350.000,00 euro', '350.000,00', 'EUR'],
    ['350 mila euro', '350', 'other'],
    ['1,2 miliardi di euro', '1,2', 'other'],
    ['Asse 24% del totale', '24', 'percent'],
    ['236,7 MLN€ 24', '24', null],
    ['33€ 168', '168', null],
    ['UE 50% 485 Mn€', '50', 'percent'],
    ['214.256 maschi', '214.256', null],
    ['5 Milano', '5', null],
    ['6 mesi', '6', null],
    ['dotazione 24,0, impegni 9,6 milioni', '24,0', null],
  ])('of "%s" for %s is %s', (text, printed, unit) => {
    expect(unitsBeside(text, printed)).toEqual([unit]);
  });

  it('is said for every place of the number', () => {
    expect(unitsBeside('26 progetti per 26 Mln€', '26')).toEqual([null, 'MEUR']);
  });

  it.each([
    ['109,8', null],
    ['184.312.574,33€', 'EUR'],
    ['2 Mln€', 'MEUR'],
    ['€ 1.200.500,00', 'EUR'],
    ['32 %', 'percent'],
    ['–', null],
  ])('in %s is %s', (printed, unit) => {
    expect(unitIn(printed)).toBe(unit);
  });
});
