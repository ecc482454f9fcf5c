import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutPersons } from '../../../src/maintenance/kept/withoutPersons.ts';
import { desk } from '../../desk.ts';

const TELEPHONES = [
  ...['333.1234567', '333.123.4567', '340.123.4567', '333.12.34.567', '351 12 34 567', '3511234567'],
  ...['(333) 1234567', '333 / 1234567', '339-1234567', '3 3 3 1 2 3 4 5 6 7', '333-12-34-567'],
  ...['02.1234567', '02.12345678', '02.12.34.567', '02.67.65.12.34', '06.1234.5678', '035 399 111'],
  ...['(02) 123 4567', '(02) 6765-1234', '02/67651234', '02 2014 2015', '0171 1234567', '0471/123456'],
  ...['+39.333.1234567', '+39 351.123.4567', '39 333 1234567', '39 02 12345678', '+39 (02) 1234567'],
  ...['0039 02 6765 1234', '(+39) 333 1234567', '+44 (0)20 7946 0958', '020 7946 0958', '(020) 7946 0958'],
  ...['+49 30 901820', '07911 123456', '212-555-0187', '(212) 555-0187', '212.555.0187', '+1 (212) 555-0187'],
  ...['800 123 456', '800-123456', '1-800-555-0199'],
];

const HOUSES = [
  ...[
    'via Garibaldi 12',
    'via garibaldi 12',
    'VIA ROMA 12',
    'Via Roma, 12',
    'via Roma n.12',
    'via Roma 12/B',
  ],
  ...['via Milano 5a', 'via san marco 12 bis', 'Via Monte Rosa n° 91', 'via dei mille 5', 'via a. volta 5'],
  ...[
    'via XX settembre 3',
    'via 4 novembre 12',
    'via dell’Industria 3',
    "via d'azeglio 3/a",
    'via Nazionale 12',
  ],
  ...['v.le Monza 3', 'viale Monza n. 101', 'Piazza della Scala, 3', 'p.zza Duomo 1', 'P.zza S. Ambrogio 2'],
  ...['Corso Italia 5', 'corso Italia 5', 'CORSO ITALIA 5', 'Corso Buenos Aires n. 33', 'corso italia n. 5'],
  ...[
    'c.so Buenos Aires 33',
    'strada Padana 5',
    'strada padana 5',
    'largo Augusto 10',
    'numero 35 di via Roma',
  ],
  ...[
    '221B Baker Street',
    '10 Downing Street',
    '10 downing street',
    '1600 Pennsylvania Ave',
    '4 Privet Drive',
  ],
];

const OTHERS = [
  ...['mario.rossi@example.it', 'nicolò@esempio.it', "d'angelo@example.it", 'mario@localhost'],
  ...[
    'mario.rossi [at] example.it',
    'm.rossi(at)example.it',
    'mario.rossi at example.it',
    'mario @ example.com',
  ],
  ...['mario chiocciola example punto com', 'mario at example dot com', 'mario at gmail.com'],
  ...['mariorossi.it', 'esempio.it/mario', 'www.example.org/a?b=1', 'https://example.org/x', 't.me/mario'],
  ...['Rossi#1234', 'RSSMRA80A01F205X', 'RSS MRA 80A01 F205X', 'rss mra 80a01 f205x'],
  ...['192.168.1.17', '10.0.0.1', '2001:db8::1', 'fe80:0:0:0:1:2:3:4'],
  ...['IT60X0542811101000000123456', 'IT 60 X 05428 11101 000000123456', 'IT60 X054 2811 1010 0000 0123 456'],
  ...['GB82 WEST 1234 5698 7654 32', '4111 1111 1111 1111', '3782 822463 10005'],
];

describe('a text is kept without', () => {
  test.each([...TELEPHONES, ...HOUSES, ...OTHERS])('who or where: %s', (part) => {
    expect(withoutPersons(part)).toBe('…');
    expect(withoutPersons(`scrivi a ${part}, quanti zampognari?`)).toBe('scrivi a …, quanti zampognari?');
    expect(withoutPersons(`how many pipers (${part}) in 2020?`)).toBe('how many pipers (…) in 2020?');
  });

  test.each([
    ['chiama +39 351.123.4567 o 02.67.65.12.34', 'chiama … o …'],
    ['333.1234567,333.7654321', '…,…'],
    ['333 1234567 €; 333 1234567 euro', '… €; … euro'],
    ['asse 2 333 1234567 12 progetti nel 2020', 'asse 2 … 12 progetti nel 2020'],
    ['tel. 612 345 678, il mio numero è 123456', 'tel. …, il mio numero è …'],
    ['my number is 555-0187, phone: 612 345 678', 'my number is …, phone: …'],
    ['abito in via garibaldi 12 milano e in viale Monza n. 101', 'abito in … milano e in …'],
    ['guarda www.example.org/a?b=1 o discord.gg/abcDEF o <https://x.it/y>.', 'guarda … o … o ….'],
    ['<@!500000000000000001> <@&500000000000000002> <#500000000000000003> @luca_bianchi', '… … … …'],
    ['l’id 500000000000000001 di @luca_bianchi chiede', 'l’id … di … chiede'],
    ['IBAN IT60X0542811101000000123456, cf RSSMRA80A01F205X', 'IBAN …, cf …'],
    ['sono nato a Milano il 12/03/1975', 'sono nato a Milano il …'],
    ['nata il 12 marzo 1975, al 31 dicembre 2020', 'nata il …, al 31 dicembre 2020'],
    ['data di nascita: 12.03.1975', 'data di nascita: …'],
    ['I was born on 12 March 1975', 'I was born on …'],
    ['born March 12, 1975', 'born …'],
    [
      'ODAwMDAwMDAwMDAwMDAwMDAx.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789ab o ghp_16C7e42F292c6912E7710c838347Ae178B4a',
      '… o …',
    ],
    ['5f4dcc3b5aa765d61d8327deb882cf99', '…'],
    ['a\uffff 333.1234567 \uffff€', 'a … €'],
  ])('who or where: %s', (text, kept) => {
    expect(withoutPersons(text)).toBe(kept);
  });

  test.each([
    'quanto ha certificato l’asse II al 31/12/2020, e al 31.12.2019?',
    'CR03 2014 2015 2016 2017, CO01-CO05, 9.iv, 8.1.1, 9.iv/8.i, 10.1.1.3, CO01 CO03 CO05',
    'dal 01/01/2014-31/12/2020, al 02.12.2020 e 03.11.2021, il 01-02-2020, 02/2020, 2014-12-31, 31/12/20',
    'al 31 dicembre 2020; on 12 March 2020; nel 2014, 2015 e 2016; 2014/2020; 2014-2020; nata nel 2014',
    '3000000000 euro, sopra 3000000000, 3331234567 €, € 3331234567, 3512345678,90 €, €3,512,345,678.00',
    '3.331.234.567, 3 512 345 678, 333.123.456 euro, 350 000 000, 168.500.000, 1.168.150.000, 32375132.12',
    'over €3,512,345,678, more than 3512345678 EUR, 0.12345678, 15.500.000,00, 109,8 Mln, 50,3 %',
    '970.474.516 € o 1 234 567 890 €, per via di 3 assi',
    'via libera a 3 iniziative; il largo consumo 2020; in corso 5 progetti; via asse 3; via axis 2; via FSE 2; in via amministrativa 3',
    'in via sperimentale 3 progetti, ricevuti via corriere al 31/12/2020; corso Excel 2020; corso di 3 ore',
    '10 initiatives on the road, 3 projects close, 12 main projects, the way to 5',
    'Reg. (UE) n. 1304/2013, D.G.R. n. 7894/2018, L. 13 luglio 2015, n. 107, CCI 2014IT05SFOP007, 08.30-09.30',
    'l’asse.è in ritardo, progetti.io vorrei, dimmi.in quale asse?',
    'POR-FSE-2014-2020-Regione-Lombardia e Lombardia-Plus-2016-2018',
    'cofinanziamento/cofinanziamenti precipitevolissimevolmente',
  ])('nothing of the programme: %s', (text) => {
    expect(withoutPersons(text)).toBe(text);
  });

  test('nothing that the dataset says, nor its examples', async () => {
    const files = await readdir('data', { recursive: true });
    const datasets = files.filter((file) => file.endsWith('.json') && !/schema|history/.test(file));
    const texts = await Promise.all(datasets.map((file) => readFile(join('data', file), 'utf8')));
    const said = [...texts.flatMap((text) => textsIn(JSON.parse(text))), ...textsIn(desk.examples)];
    expect(said.length).toBeGreaterThan(1000);
    expect(said.filter((text) => !isAddress(text) && withoutPersons(text) !== text)).toEqual([]);
  });

  test('nothing that people ask, nor what it is about', async () => {
    const files = await readdir('tests/question', { recursive: true });
    const sets = files.filter((file) => file.endsWith('.jsonl'));
    const texts = await Promise.all(sets.map((file) => readFile(join('tests/question', file), 'utf8')));
    const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
    const asked = lines.flatMap((line) => textsIn(JSON.parse(line)));
    expect(asked.length).toBeGreaterThan(1000);
    expect(asked.filter((text) => withoutPersons(text) !== text)).toEqual([]);
  });

  test.each([
    ...['a', 'a.', '1', '1 ', '@', 'via A', 'via a ', 'A1', '<@', '+39 ', '(1', '0 1', '02.', '123 ', "123'"],
    ...[
      'a at ',
      ' a[at]',
      'nato ',
      'corso A ',
      '1 A ',
      '10 a ',
      '#1',
      'IT 1',
      'tel ',
      '2014 ',
      '2014, ',
      '€1 ',
    ],
    ...[
      'a:',
      '1:',
      '192.168.',
      '-',
      '_',
      "via d'",
      'a dot ',
      '1234 ',
      'x.it/,',
      'https://',
      '\uffff',
      '1,',
      '3',
    ],
  ])(
    'in a time that grows as the text does: %j',
    (part) => {
      // Where it grew faster, the test's own time limit would end it.
      const long = part.repeat(200_000 / part.length);
      expect(withoutPersons(long).length).toBeLessThanOrEqual(200_000);
    },
    30_000,
  );
});

const isAddress = (text: string) => /^https?:\S+$/.test(text);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
