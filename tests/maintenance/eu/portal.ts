import Papa from 'papaparse';
import type { Cells } from './csv.ts';

/** A way in which the portal, or a spreadsheet that has opened its file, writes a table. */
export type Export = {
  readonly heads: (name: string) => string;
  readonly number: (plain: string) => string;
  readonly date: (iso: string) => string;
  readonly file: (rows: readonly (readonly string[])[]) => Uint8Array;
};

const AMOUNTS = new Set(
  'eu_amount national_amount total_amount total_eligible_cost total_eligible_expenditure target_value implemented_value'.split(
    ' ',
  ),
);

/** The rows as one export writes them. */
export function exported(rows: readonly Cells[], { heads, number, date, file }: Export): Uint8Array {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (name: string, text: string) =>
    AMOUNTS.has(name) ? number(text) : name === 'reference_date' ? date(text) : text;
  const body = rows.map((row) => names.map((name) => cell(name, row[name] ?? '')));
  return file([names.map(heads), ...body]);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const delimited = (delimiter: string) => (rows: readonly (readonly string[])[]) =>
  Papa.unparse(rows as string[][], { delimiter, newline: '\r\n' });

const same = (text: string): string => text;
const titled = (name: string): string =>
  name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/** `1234567.8` → `1,234,567.80`; a whole number stays one. */
function grouped(plain: string, [group, point]: readonly [string, string]): string {
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return plain;
  const [whole = '', fraction] = plain.split('.');
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return fraction === undefined ? thousands : `${thousands}${point}${fraction.padEnd(2, '0')}`;
}

const slashed = (iso: string, order: readonly [number, number, number], rest: string): string => {
  const parts = iso.split('-');
  return parts.length === 3 ? `${order.map((at) => parts[at]).join('/')}${rest}` : iso;
};

const API: Export = {
  heads: same,
  number: same,
  date: (iso) => (iso === '' ? '' : `${iso}T00:00:00.000`),
  file: (rows) => utf8(delimited(',')(rows)),
};

/** The forms in which people have the Commission's files. */
export const EXPORTS = {
  API,
  'display heads': {
    heads: titled,
    number: (plain) => grouped(plain, [',', '.']),
    date: (iso) => slashed(iso, [1, 2, 0], ' 12:00:00 AM'),
    file: API.file,
  },
  'heads of several words': {
    ...API,
    heads: (name) =>
      ({
        total_amount: 'Planned Total Amount (EUR)',
        total_eligible_cost: 'Total Eligible Costs',
        total_eligible_expenditure: 'TOTAL_ELIGIBLE_EXPENDITURES',
        reference_date: 'Reference Date',
        priority: 'Priority Axis',
        priority_code: 'Priority',
        ind_code: 'Indicator Code',
        implemented_value: 'Achieved value',
      })[name] ?? titled(name),
    date: (iso) => (iso === '' ? '' : `${iso.slice(0, 4)} Dec 31 12:00:00 AM`),
  },
  'Excel in Italian': {
    heads: titled,
    number: (plain) => grouped(plain, ['.', ',']),
    date: (iso) => slashed(iso, [2, 1, 0], ' 00:00'),
    file: (rows) => utf8(`\ufeffsep=;\r\n${delimited(';')(rows)}`),
  },
  'Unicode text': {
    heads: titled,
    number: (plain) => grouped(plain, ['\u00a0', ',']),
    date: (iso) => slashed(iso, [2, 1, 0], ''),
    file: (rows) => utf16(delimited('\t')(rows)),
  },
  'a title and trailing cells': {
    ...API,
    heads: titled,
    date: same,
    file: (rows) =>
      utf8(
        delimited(';')([['Finance implementation, ESIF 2014–2020'], ...rows.map((row) => [...row, '', ''])]),
      ),
  },
  'moments in UTC': {
    ...API,
    date: (iso) =>
      iso === '' ? '' : new Date(Date.parse(`${iso}T00:00:00+01:00`)).toISOString().replace('Z', '+00:00'),
  },
  'serial days': {
    ...API,
    date: (iso) => (iso === '' ? '' : String(Date.parse(iso) / 86_400_000 + 25_569)),
  },
} as const satisfies Readonly<Record<string, Export>>;
