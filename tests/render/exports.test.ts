import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { phrases } from '../../src/locale/phrases.ts';
import type { Fact, PublishedFact } from '../../src/model/facts.ts';
import { exportFiles } from '../../src/render/exports.ts';
import { dataset, plain, question, reply } from '../desk.ts';

const answer = reply('spending', { axis: 'axis-2', date: '2020-12-31' });
const axis = answer.facts;
const TITLE = {
  it: answer.card.title,
  en: reply('spending', { axis: 'axis-2', date: '2020-12-31' }, 'en').card.title,
};

function exported(facts: readonly Fact[], locale: 'it' | 'en') {
  const [csv, json] = exportFiles(dataset, { title: TITLE[locale], facts }, locale);
  if (!csv || !json) throw new Error('not two files');
  return { csv, json };
}

/** The rows as a spreadsheet reads them. */
function rowsOf(text: string, delimiter: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    delimiter,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('the CSV of an answer', () => {
  test('opens in an Italian Excel: byte order mark, semicolons, decimal commas, CRLF', () => {
    const { csv } = exported(axis, 'it');
    expect(csv.name).toBe('asse-ii-inclusione-sociale-2020-12-31.csv');
    expect(csv.data).toMatch(/^\ufeff[^\ufeff]+\r\n$/);
    expect(csv.data.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const { columns } = phrases.it;
    const rows = rowsOf(csv.data, ';');
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.values(columns));
    expect(rows.map((row) => row[columns.value])).toEqual(
      expect.arrayContaining(['109,8', '378,3', '184,3']),
    );
    for (const row of rows) expect(row[columns.value]).toMatch(/^-?\d+(,\d+)?$/);
  });

  test('opens in an English one: commas and decimal points', () => {
    const { csv } = exported(axis, 'en');
    expect(csv.name).toBe('axis-ii-social-inclusion-2020-12-31.csv');
    const { columns } = phrases.en;
    const values = rowsOf(csv.data, ',').map((row) => row[columns.value]);
    expect(values).toEqual(expect.arrayContaining(['109.8', '378.3', '184.3']));
    for (const value of values) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
  });

  test.each(['it', 'en'] as const)('has one row an amount, with its sources (%s)', (locale) => {
    const { columns } = phrases[locale];
    const rows = rowsOf(exported(axis, locale).csv.data, locale === 'it' ? ';' : ',');
    expect(rows.length).toBe(axis.filter(({ unit }) => unit !== 'EUR').length);
    for (const fact of axis) {
      const { source } = fact.status === 'published' ? fact : fact.inputs[0];
      const row =
        rows.find((each) => plain(each[columns.printed] ?? '').includes(plain(source.printed))) ?? {};
      expect(row[columns.document]).toContain(source.document.title[locale]);
      expect(row[columns.page]?.split(' ')).toContain(String(source.page));
    }
  });

  test('has one column in euros that can be added up: exact where euros are printed, beside the printed form', () => {
    const { columns, precisions, units } = phrases.it;
    const rows = rowsOf(exported(axis, 'it').csv.data, ';');
    const of = (measure: string) => rows.find((row) => row[columns.measure] === measure) ?? {};
    expect(of('risorse impegnate')).toMatchObject({
      [columns.value]: '184,3',
      [columns.unit]: units.MEUR,
      [columns.euro]: '184312574,33',
      [columns.precision]: precisions.exact,
      [columns.printed]: '184,3 184.312.574,33€',
    });
    expect(of('spesa certificata')).toMatchObject({
      [columns.euro]: '109800000',
      [columns.precision]: precisions.rounded,
    });
  });

  test('names codes and axes, and has no word of another language or of the program', () => {
    const { facts } = reply('indicator', { indicator: 'CR03' });
    const { columns } = phrases.en;
    const rows = rowsOf(exported(facts, 'en').csv.data, ',');
    expect(new Set(rows.map((row) => `${row[columns.code]} ${row[columns.axis]}`))).toEqual(
      new Set(['CR03 Axis III']),
    );
    expect(new Set(rows.map((row) => row[columns.unit]))).toEqual(new Set(['%', 'number']));
    const text = exported([...facts, ...axis], 'it').csv.data;
    expect(text).not.toMatch(/;(?:MEUR|EUR|count|percent|published|derived);/);
  });

  test('has a table with a column for each measure, where there are several', () => {
    const { facts } = reply('compare', { first: 'axis-1', second: 'axis-2' });
    const [, , wide] = exportFiles(dataset, { title: 'Asse I e Asse II al 31.12.2020', facts }, 'it');
    expect(wide?.name).toBe('asse-i-e-asse-ii-2020-12-31-tabella.csv');
    expect(rowsOf(wide?.data ?? '', ';')).toMatchObject([
      {
        voce: 'Asse I – Occupazione',
        'Risorse impegnate (€)': '190927704,06',
        'Destinatari (numero)': '209754',
      },
      {
        voce: 'Asse II – Inclusione sociale',
        'Risorse impegnate (€)': '184312574,33',
        'Destinatari (numero)': '125533',
      },
    ]);
    const one = reply('spending', { axis: 'axis-1', measure: 'paid' }).facts;
    expect(exportFiles(dataset, { title: 'x', facts: one }, 'it')).toHaveLength(2);
  });

  test.each([
    ['CON', 'con'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Città «più» 50% – à è ì', 'citta-piu-50-a-e-i'],
    ['–', 'cifre'],
    [`${'parola '.repeat(40)}`, 'parola-parola-parola-parola-parola-parola-parola-parola-parola'],
  ])('is named by its title in letters that every system takes: %s', (title, name) => {
    const [csv] = exportFiles(dataset, { title, facts: axis }, 'it');
    expect(csv?.name).toBe(`${name}.csv`);
  });

  const published = axis.find((fact): fact is PublishedFact => fact.status === 'published');
  if (!published) throw new Error('no published figure');
  const saying = (text: string): Fact => ({
    ...published,
    source: {
      ...published.source,
      printed: text,
      document: { ...published.source.document, title: { it: text, en: text } },
    },
    notes: [{ it: text, en: text }],
  });

  test.each([
    '=HYPERLINK("http://example.org";"x")',
    '+1+1',
    '-1+1',
    '-A1',
    '@SUM(1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '=1;=2,=3',
    '"=1',
    '-',
  ])('holds %j as text that no spreadsheet runs', (text) => {
    for (const [locale, delimiter] of [
      ['it', ';'],
      ['en', ','],
    ] as const) {
      const [row = {}] = rowsOf(exported([saying(text)], locale).csv.data, delimiter);
      const cells = Object.values(row);
      expect(cells.filter((cell) => cell.endsWith(text))).toHaveLength(3);
      for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+@]|^-(?![\d.,]+$)/);
    }
  });

  test('leaves a negative figure a number', () => {
    const negative: Fact = { ...published, value: { units: -51n, places: 1 } };
    expect(rowsOf(exported([negative], 'it').csv.data, ';')[0]?.[phrases.it.columns.value]).toBe('-5,1');
    expect(rowsOf(exported([negative], 'en').csv.data, ',')[0]?.[phrases.en.columns.value]).toBe('-5.1');
  });
});

test('the JSON of an answer is what the terminal prints of it', () => {
  const { json } = exported(axis, 'it');
  expect(json.name).toBe('asse-ii-inclusione-sociale-2020-12-31.json');
  const parsed = JSON.parse(json.data) as object[];
  expect(parsed).toHaveLength(axis.length);
  expect(parsed).toContainEqual(
    expect.objectContaining({
      subject: expect.objectContaining({ id: 'axis-2' }),
      measure: 'certified',
      value: 109.8,
      unit: 'MEUR',
      asOf: '2020-12-31',
      source: expect.objectContaining({ page: 6 }),
    }),
  );
});

describe('the euros of an answer', () => {
  const { columns, precisions } = phrases.it;
  const rowsFor = (text: string) => {
    const { card, facts } = question(text);
    const [csv] = exportFiles(dataset, { title: card.title, facts }, 'it');
    return { name: csv?.name, rows: rowsOf(csv?.data ?? '', ';') };
  };
  const told = (rows: Record<string, string>[], measure: string) =>
    rows
      .filter((row) => row[columns.measure] === measure)
      .map((row) => [row[columns.value], row[columns.euro], row[columns.precision], row[columns.status]]);

  test('of a distance from a limit are not those of the figure', () => {
    const { rows } = rowsFor('asse II impegnato al 31.12.2021 più di 100 milioni?');
    expect(told(rows, 'differenza')).toEqual([['207,1', '207100000', precisions.rounded, 'calcolato']]);
  });

  test('of two differences of one thing stand in two rows', () => {
    const { rows } = rowsFor(
      'asse I e asse II impegnato: quali più di 100 milioni e differenza tra impegnato e pagato',
    );
    expect(told(rows, 'differenza').map(([value]) => value)).toEqual(['43,7', '56,3']);
  });

  test('are published where they are printed, whatever was computed beside them', () => {
    const { rows } = rowsFor('asse V impegnato');
    expect(told(rows, 'risorse impegnate')).toEqual([
      ['24208826,25', '24208826,25', precisions.exact, 'pubblicato'],
    ]);
  });

  test('from one date to another stand in a file that names both', () => {
    const { name } = rowsFor('differenza di impegnato asse II tra 2018 e 2019');
    expect(name).toMatch(/-variazioni-dal-2018-12-31-(al-)?2019-12-31\.csv$/);
  });
});
