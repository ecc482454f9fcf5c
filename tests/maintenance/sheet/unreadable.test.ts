import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { isSheet, sheetIn } from '../../../src/maintenance/sheet/rows.ts';
import { unreadableBecause } from '../../../src/maintenance/sheet/unreadable.ts';

/** The first entries of a ZIP as programs write them. */
function zip(...names: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const entries = names.map(([name, text]) => {
    const stored = name === 'mimetype';
    const data = stored ? Buffer.from(text) : deflateRawSync(text);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(stored ? 0 : 8, 8);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(text.length, 22);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, Buffer.from(name), data]);
  });
  return Buffer.concat(entries);
}

const bytes = (text: string) => Buffer.from(text, 'latin1');
const TABLE = 'soggetto;misura;unità;documento;pagina;stampato;citazione;data\r\n';
const ROW = 'asse-1;paid;MEUR;slides;1;1,5;però;2020-12-31\r\n';

describe('a file that is no table is named by what it is', () => {
  it.each<readonly [string, Uint8Array, RegExp]>([
    [
      'an Excel workbook',
      zip(['[Content_Types].xml', '<Types/>'], ['xl/workbook.xml', '<workbook/>']),
      /^This is an Excel workbook: open it and save it as “CSV UTF-8”\.$/,
    ],
    [
      'an old Excel workbook',
      bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'),
      /^This is an Excel workbook \(\.xls\)/,
    ],
    [
      'an Excel workbook in XML',
      bytes(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
      /^This is an Excel workbook in XML/,
    ],
    [
      'an OpenDocument spreadsheet',
      zip(['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'], ['content.xml', '<a/>']),
      /^This is an OpenDocument spreadsheet \(\.ods\)/,
    ],
    [
      'a Numbers spreadsheet',
      zip(['Index/Document.iwa', 'x'], ['Index/Tables/Tile.iwa', 'x']),
      /^This is a Numbers spreadsheet/,
    ],
    [
      'a Word document',
      zip(['[Content_Types].xml', '<Types/>'], ['word/document.xml', '<w/>']),
      /^This is a text document and not a table/,
    ],
    ['another archive', zip(['cifre.csv', 'x']), /^This is a workbook or another ZIP archive/],
    [
      'a PDF',
      bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'),
      /^This is a PDF and not a table: copy the figures into the sheet/,
    ],
    ['a picture', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), /^This is an image/],
    ['a photograph', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'), /^This is an image/],
    ['a picture of the web', bytes('RIFF\x10\0\0\0WEBPVP8 '), /^This is an image/],
    ['a compressed file', bytes('\x1f\x8b\x08\0\0\0'), /^This is a compressed archive/],
    ['a web page', bytes('\r\n<!DOCTYPE html><html><body>Accedi'), /^This is a web page \(HTML\)/],
    ['a table of a web page', bytes('<table><tr><td>soggetto'), /^This is a web page \(HTML\)/],
    ['a web page with a mark', Buffer.from('\ufeff<html>'), /^This is a web page \(HTML\)/],
    ['an XML file', bytes('<?xml version="1.0"?><righe/>'), /^This is an XML file/],
    [
      'a file of the dataset',
      bytes('{\n  "$schema": "../schema/snapshot.schema.json"'),
      /^This is a JSON file/,
    ],
    ['a list in JSON', bytes('[{"soggetto": "axis-1"}]'), /^This is a JSON file/],
    ['an RTF document', bytes('{\\rtf1\\ansi Cifre'), /^This is an RTF document/],
    ['nothing at all', bytes(''), /^The file is empty/],
    ['blanks alone', Buffer.from('\ufeff \r\n\r\n'), /^The file is empty/],
    ['bytes that are no text', bytes(`${TABLE}\0\x01\x02\0`), /^This is not text/],
  ])('%s', (_, file, why) => {
    const told = unreadableBecause(file);
    expect(told?.en).toMatch(why);
    expect(told?.it).toMatch(/: |\.$/);
    expect(sheetIn(file)).toEqual([
      expect.objectContaining({
        message: expect.objectContaining({ en: expect.stringContaining(told?.en ?? '') }),
      }),
    ]);
    expect(isSheet(file)).toBe(false);
  });
});

const whole = Buffer.from(TABLE + ROW.repeat(3));
const wide = `${TABLE.trimEnd()};alias;asse;tipo\r\n${`${ROW.trimEnd()};;;cifra\r\n`.repeat(2)}${ROW.trimEnd()};`;

describe('a file that was cut off in the middle says so', () => {
  const quoted = Buffer.from(`${TABLE}${ROW}asse-2;paid;MEUR;slides;1;1,5;"per ora`);
  const within = whole.subarray(0, whole.lastIndexOf(Buffer.from('ò')) + 1);
  it.each<readonly [string, Uint8Array, RegExp]>([
    ['within a letter of UTF-8', within, /^The file is cut off in the middle/],
    [
      'within a letter of UTF-16',
      Buffer.from(`\ufeff${TABLE}${ROW}`, 'utf16le').subarray(0, -1),
      /^The file is cut off in the middle/,
    ],
    [
      'within quotes',
      quoted,
      /^Quotes are not closed before the end of the file: it is cut off in the middle/,
    ],
    [
      'within a row',
      whole.subarray(0, -20),
      /^The row ends here, with fewer cells than the others\. The file is cut off in the middle/,
    ],
    ['after the date', Buffer.from(wide), /fewer cells than the others\. The file is cut off/],
    ['before the last cell', whole.subarray(0, -13), /fewer cells than the others\. The file is cut off/],
  ])('%s', (_, file, why) => {
    const found = sheetIn(file);
    expect('rows' in found ? found.rows : found.map(({ message }) => message.en)).toEqual([
      expect.stringMatching(why),
    ]);
  });

  it('and one whose last row has no end, or fewer cells that nobody needs, does not', () => {
    const open = whole.subarray(0, -2);
    const short = Buffer.from(`${TABLE.trimEnd()};tipo;alias\r\n${ROW.trimEnd()};;\r\n${ROW.trimEnd()}`);
    for (const file of [whole, open, short]) expect(sheetIn(file)).toHaveProperty('rows');
    expect(isSheet(whole)).toBe(true);
  });
});

it('a file in two encodings is not guessed at', () => {
  const mixed = Buffer.concat([Buffer.from(TABLE + ROW.repeat(2)), iconv.encode(ROW, 'windows-1252')]);
  expect(unreadableBecause(mixed)?.en).toMatch(/^Part of the file is UTF-8 and part is in another encoding/);
});
