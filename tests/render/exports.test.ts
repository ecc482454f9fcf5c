import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { phrases } from '../../src/locale/phrases.ts';
import type { Fact, PublishedFact } from '../../src/model/facts.ts';
import { exportFiles } from '../../src/render/exports.ts';
import { dataset, plain, reply } from '../desk.ts';

const axis = reply('spending', { axis: 'axis-2', date: '2020-12-31' }).facts;

function exported(facts: readonly Fact[], locale: 'it' | 'en') {
  const [csv, json] = exportFiles(dataset, facts, locale);
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
    expect(csv.name).toBe('cifre.csv');
    expect(csv.data).toMatch(/^\ufeff[^\ufeff]+\r\n$/);
    expect(csv.data.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const { columns } = phrases.it;
    const rows = rowsOf(csv.data, ';');
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.values(columns));
    expect(rows.map((row) => row[columns.value])).toEqual(
      expect.arrayContaining(['109,8', '378,3', '184312574,33']),
    );
    for (const row of rows) expect(row[columns.value]).toMatch(/^-?\d+(,\d+)?$/);
  });

  test('opens in an English one: commas and decimal points', () => {
    const { csv } = exported(axis, 'en');
    expect(csv.name).toBe('figures.csv');
    const { columns } = phrases.en;
    const values = rowsOf(csv.data, ',').map((row) => row[columns.value]);
    expect(values).toEqual(expect.arrayContaining(['109.8', '378.3', '184312574.33']));
    for (const value of values) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
  });

  test.each(['it', 'en'] as const)('has one row a figure, with its source (%s)', (locale) => {
    const { columns } = phrases[locale];
    const rows = rowsOf(exported(axis, locale).csv.data, locale === 'it' ? ';' : ',');
    expect(rows).toHaveLength(axis.length);
    for (const [index, fact] of axis.entries()) {
      const source = fact.status === 'published' ? fact.source : fact.inputs[0].source;
      const row = rows[index] ?? {};
      expect(row[columns.document]).toBe(source.document.title[locale]);
      expect(row[columns.page]?.split(' ')).toContain(String(source.page));
      expect(plain(row[columns.printed] ?? '')).toContain(plain(source.printed));
      expect(row[columns.formula] === '').toBe(fact.status === 'published');
    }
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
  expect(json.name).toBe('cifre.json');
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
