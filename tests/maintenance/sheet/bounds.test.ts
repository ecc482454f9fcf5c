import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { decodedFrom } from '../../../src/maintenance/sheet/decoded.ts';
import { MOST_SENSED } from '../../../src/maintenance/sheet/encodings.ts';
import { isSheet, sheetIn } from '../../../src/maintenance/sheet/rows.ts';

const HEAD = 'soggetto;misura;valore;unità;documento;pagina;stampato\r\n';
const KILOBYTES = 1024;

it('the first letters beyond ASCII decide on the encoding, whatever comes after them', () => {
  const first = iconv.encode('perché così '.repeat(MOST_SENSED / 2), 'windows-1252');
  const others = iconv.encode('perché così '.repeat(MOST_SENSED * 4), 'macintosh');
  expect(decodedFrom(first).encoding).toBe('windows-1252');
  expect(decodedFrom(others).encoding).toBe('macintosh');
  expect(decodedFrom(Buffer.concat([first, others])).encoding).toBe('windows-1252');
});

it('a table is known by its first 64 KB, whatever the rest is', () => {
  const rest = Buffer.alloc(1000 * KILOBYTES, 0xe8);
  expect(isSheet(rest)).toBe(false);
  expect(isSheet(Buffer.concat([iconv.encode(HEAD, 'windows-1252'), rest]))).toBe(true);
  const bytes = Buffer.from(HEAD);
  const noBytes = Buffer.alloc(100 * KILOBYTES);
  expect(isSheet(Buffer.concat([bytes, noBytes]))).toBe(true);
  const line = `${'x'.repeat(32 * KILOBYTES)}\n`;
  expect(isSheet(Buffer.from(line + HEAD))).toBe(true);
  expect(isSheet(Buffer.from(line + line + HEAD))).toBe(false);
  expect(isSheet(Buffer.from(`\ufeff${HEAD}${'è;'.repeat(50 * KILOBYTES)}`, 'utf16le'))).toBe(true);
});

it('a cut within a letter at the end of the 64 KB is none of the file', () => {
  for (const before of [0, 1]) {
    const line = `${'x'.repeat(before)}${'è'.repeat(100)}\n`;
    expect(isSheet(Buffer.from(HEAD + line.repeat(2000)))).toBe(true);
  }
});

it('one or two names of columns make no table of figures', () => {
  expect(isSheet(Buffer.from('nome;note\r\nAnna;ciao\r\n'))).toBe(false);
  expect(isSheet(Buffer.from(HEAD))).toBe(true);
});

it('a table of more rows than anybody writes is refused, empty rows included', () => {
  const row = 'axis-1;paid;1,5;MEUR;slides;1;1,5\r\n';
  expect(sheetIn(Buffer.from(HEAD + row.repeat(19_000)))).toHaveProperty('rows');
  for (const rows of [row.repeat(20_000), '\r\n'.repeat(500 * KILOBYTES)]) {
    expect(sheetIn(Buffer.from(HEAD + rows))).toMatchObject([
      { row: null, message: { en: expect.stringMatching(/^The table has more than 20,000 rows/) } },
    ]);
  }
});
