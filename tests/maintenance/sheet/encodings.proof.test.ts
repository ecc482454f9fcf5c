import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { decoded } from '../../../src/maintenance/sheet/decoded.ts';
import { sheetText } from '../../../src/maintenance/sheet/text.ts';
import { DATA, readFiles } from '../../check/copy.ts';
import { cellsOf, changesOf, opened, SAME, tableOf } from './table.ts';

let given: Awaited<ReturnType<typeof opened>>;
let rows: string[][] = [];
beforeAll(async () => {
  given = await opened(DATA);
  const { programme, snapshot } = await readFiles(DATA);
  rows = cellsOf(sheetText(programme, snapshot));
});

const currency = (text: string) => text.replaceAll('€', '¤');
/** How a program writes a table; where one lacks a letter, a question mark stands for it. */
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text, 'utf8'),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
  'UTF-16, little end first': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16, big end first': (text) => iconv.encode(`\ufeff${text}`, 'utf-16be'),
  'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
  'Windows-1252': (text) => iconv.encode(text, 'windows-1252'),
  MacRoman: (text) => iconv.encode(currency(text), 'macintosh'),
  'code page 850': (text) => iconv.encode(text, 'cp850'),
  'code page 858': (text) => iconv.encode(text, 'cp858'),
};
const DELIMITERS = { semicolons: ';', commas: ',', tabs: '\t' } as const;
/** What becomes of the names of columns on their way through people and programs. */
const HEADS: Readonly<Record<string, (head: string) => string>> = {
  'as they are': (head) => head,
  'in capitals': (head) => head.toUpperCase(),
  'with an apostrophe for the accent': (head) => head.replace('à', "a'"),
  'with another apostrophe': (head) => head.replace('à', 'a’').toUpperCase(),
  'without accents': (head) => head.replace('à', 'a'),
  'with blanks that do not break': (head) => ` ${head.replace(' ', '\u00a0')}\u00a0`,
};
/** Those that only Unicode can write. */
const UNICODE_HEADS: typeof HEADS = {
  'in letters apart from their accents': (head) => head.normalize('NFD'),
  'with blanks of no width': (head) => `\u200b${head.replace('o', 'o\u200b')}`,
  'with marks and soft hyphens': (head) => `\ufeff${head.replace('e', '\u00ade')}`,
};

const named = (rename: (head: string) => string) => [(rows[0] ?? []).map(rename), ...rows.slice(1)];

describe.each(Object.entries(ENCODINGS))('a table in %s', (name, write) => {
  const heads = name.startsWith('UTF') ? { ...HEADS, ...UNICODE_HEADS } : HEADS;
  it.each(Object.entries(heads))('with its heads %s is the same table', (_, rename) => {
    for (const delimiter of Object.values(DELIMITERS)) {
      const bytes = write(tableOf(named(rename), delimiter));
      expect(changesOf({ ...given, bytes })).toEqual(SAME);
    }
  });
});

const SENTENCES = [
  'soggetto;unità;valore\r\nasse-2;MEUR;1,5',
  'Attività – l’occupazione è al 54 %: «perché no?»',
  'AUTOIMPRENDITORIALITÀ, QUALITÀ, PIÙ',
  'dotazione 379 MLN€, 1.234,50 € e 20 °C',
  'È così. Già: Forlì, Südtirol, “in classe”',
];

describe.each(['windows-1252', 'macintosh', 'cp858'])('a text in %s', (encoding) => {
  it.each(SENTENCES)('is read without a list of files: %s', (text) => {
    const written = encoding === 'macintosh' ? currency(text) : text;
    const bytes = iconv.encode(written, encoding);
    const lacking = iconv.decode(bytes, encoding).replaceAll('¤', '€');
    expect(decoded(bytes)).toBe(lacking);
  });
});

it('cells keep their meaning through invisible letters, and letters apart from their accents', () => {
  const spoilt = rows.map((row, index) =>
    index === 0 ? row : row.map((cell) => (cell === '' ? '' : `\u200b${cell.normalize('NFD')}\u200e`)),
  );
  expect(changesOf({ ...given, bytes: Buffer.from(tableOf(spoilt)) })).toEqual(SAME);
});

it('accents that a program has lost are named by their cells', () => {
  const text = tableOf(rows);
  const twice = iconv.decode(Buffer.from(text, 'utf8'), 'windows-1252');
  const told = changesOf({ ...given, bytes: Buffer.from(twice) });
  expect(told).toContainEqual({
    row: 36,
    column: 'B',
    message: expect.objectContaining({ en: expect.stringMatching(/^Accents have been lost/) }),
  });
  const lost = Buffer.from(text.replace('AUTOIMPRENDITORIALITÀ', 'AUTOIMPRENDITORIALIT\ufffd'));
  expect(changesOf({ ...given, bytes: lost })).toContainEqual(
    expect.objectContaining({
      message: expect.objectContaining({
        it: expect.stringMatching(/^Gli accenti si sono persi \(«\ufffd»\)/),
      }),
    }),
  );
});
