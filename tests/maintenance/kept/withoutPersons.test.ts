import { describe, expect, test } from 'vitest';
import { withoutPersons } from '../../../src/maintenance/kept/withoutPersons.ts';

describe('a text is kept without', () => {
  test.each([
    ['scrivi a m.rossi+x@mail.example.it', 'scrivi a …'],
    ['guarda www.example.org/a?b=1 o discord.gg/abcDEF o <https://x.it/y>', 'guarda … o … o …'],
    ['<@!500000000000000001> <@&500000000000000002> <#500000000000000003> @luca_bianchi', '… … … …'],
    ['l’id 500000000000000001 chiede', 'l’id … chiede'],
    ['chiama +39 351.123.4567 o 02.67.65.12.34', 'chiama … o …'],
    ['chiama lo 0039 02 6765 1234, o il (02) 6765-1234', 'chiama lo …, o il (…'],
    ['IBAN IT60X0542811101000000123456 e IT60 X054 2811 1010 0000 0123 456', 'IBAN … e …'],
    ['carta 4111 1111 1111 1111, cf RSSMRA80A01F205X', 'carta …, cf …'],
    [
      'abito in via Garibaldi 12, in Piazza della Scala, 3 e in viale Monza n. 101',
      'abito in …, in … e in …',
    ],
    [
      'ODAwMDAwMDAwMDAwMDAwMDAx.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789ab o ghp_16C7e42F292c6912E7710c838347Ae178B4a',
      '… o …',
    ],
    ['5f4dcc3b5aa765d61d8327deb882cf99', '…'],
  ])('who or where: %s', (text, kept) => {
    expect(withoutPersons(text)).toBe(kept);
  });

  test.each([
    'quanto ha certificato l’asse II al 31/12/2020, e al 31.12.2019?',
    'CR03 2014 2015 2016 2017, CO01-CO05, 9.iv, 8.1.1',
    '970.474.516 € o 1 234 567 890 €, per via di 3 assi',
    'via libera a 3 iniziative; il largo consumo 2020',
    'POR-FSE-2014-2020-Regione-Lombardia e Lombardia-Plus-2016-2018',
    'cofinanziamento/cofinanziamenti precipitevolissimevolmente',
  ])('nothing of the programme: %s', (text) => {
    expect(withoutPersons(text)).toBe(text);
  });

  test('in time that grows as the text does', () => {
    for (const part of ['a', 'a.', '1', '1 ', '@', 'via A', 'A1', '<@', '+39 ']) {
      // Where it grew faster, the test's own time limit would end it.
      expect(withoutPersons(part.repeat(300_000 / part.length)).length).toBeLessThanOrEqual(300_000);
    }
  });
});
