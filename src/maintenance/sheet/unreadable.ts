import type { Bilingual } from '../../model/schema.ts';
import { utf8, utf16 } from './decoded.ts';

/** Why no table can be read from a file, by what the file is, and what to do; null where it may be a table. */
export function unreadableBecause(bytes: Uint8Array): Bilingual | null {
  const start = Buffer.from(bytes.subarray(0, START)).toString('latin1');
  const plain = (utf16(bytes) ? start.replaceAll('\0', '') : start).replace(/^(?:ï»¿|ÿþ|þÿ)/, '').trimStart();
  if (plain === '' && bytes.length <= START) return EMPTY;
  const [, says] =
    SIGNATURES.find(([begins, , at = 0]) => start.startsWith(begins, at)) ??
    TEXTS.find(([begins]) => begins.test(plain)) ??
    [];
  if (says) return says(bytes);
  if (utf16(bytes)) return bytes.length % 2 === 1 ? CUT : null;
  if (bytes.includes(0)) return BINARY;
  return halfUtf8(bytes);
}

const START = 4096;

type Says = (bytes: Uint8Array) => Bilingual;

/** How files begin that are not text, byte by byte. */
const SIGNATURES: readonly (readonly [begins: string, says: Says, at?: number])[] = [
  ['PK\x03\x04', zipped],
  ['\xd0\xcf\x11\xe0', () => saveAs('una cartella di Excel (.xls)', 'an Excel workbook (.xls)')],
  ['%PDF', () => notTable('un PDF', 'a PDF')],
  ['\x1f\x8b', () => notTable('un archivio compresso', 'a compressed archive')],
  ...['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'].map((begins) => [begins, image] as const),
  ['WEBP', image, 8],
  ['ftyphei', image, 4],
  ['ftypmif', image, 4],
  ['ftypavif', image, 4],
];

/** How files begin that are text and no table. */
const TEXTS: readonly (readonly [begins: RegExp, says: Says])[] = [
  [/^\{\\rtf/i, () => notTable('un documento RTF', 'an RTF document')],
  [
    /^<\?xml.{0,400}?office:spreadsheet/is,
    () => saveAs('una cartella di Excel in XML', 'an Excel workbook in XML'),
  ],
  [/^<(?:!doctype|html|head|body|table|meta|!--)/i, () => HTML],
  [/^<\?xml/i, () => notTable('un file XML', 'an XML file')],
  // A list or an object that begins as JSON does: no head of a column does.
  [/^(?:\{\s*(?:["}]|\/[/*])|\[\s*(?:[{["\]]|-?\d+\s*[,\]]))/, () => JSON_TEXT],
];

/** The names of the files in a ZIP stand in it as they are. */
function zipped(bytes: Uint8Array): Bilingual {
  const names = Buffer.from(bytes).toString('latin1');
  if (/xl\/(?:workbook|worksheets)/.test(names)) {
    return saveAs('una cartella di lavoro di Excel', 'an Excel workbook');
  }
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(names)) {
    return saveAs('un foglio di calcolo OpenDocument (.ods)', 'an OpenDocument spreadsheet (.ods)');
  }
  if (/word\/document|opendocument\.text/.test(names))
    return notTable('un documento di testo', 'a text document');
  if (/Index\/(?:Document|Tables)/.test(names))
    return saveAs('un foglio di Numbers', 'a Numbers spreadsheet');
  return {
    it: 'È una cartella di lavoro o un altro archivio ZIP: salvare la tabella come «CSV UTF-8 (delimitato)».',
    en: 'This is a workbook or another ZIP archive: save the table as “CSV UTF-8”.',
  };
}

function image(): Bilingual {
  return notTable('un’immagine', 'an image');
}

/**
 * UTF-8 that ends within a letter has been cut off. UTF-8 with other letters among its own is two files put together:
 * read as any one encoding, part of the letters would be wrong.
 */
function halfUtf8(bytes: Uint8Array): Bilingual | null {
  if (utf8(bytes) !== null) return null;
  const whole = [1, 2, 3].some((cut) => utf8(bytes.subarray(0, -cut)) !== null);
  const { letters, lost } = beyondAscii(new TextDecoder().decode(bytes));
  if (whole && letters > 1 && endsWithinLetter(bytes)) return CUT;
  return letters - lost > lost ? MIXED : null;
}

/** Counted one by one: of a file of nothing else there would be a million to collect. */
function beyondAscii(text: string): { readonly letters: number; readonly lost: number } {
  let [letters, lost] = [0, 0];
  for (const letter of text) {
    if (letter > '\x7f') letters += 1;
    if (letter === '\ufffd') lost += 1;
  }
  return { letters, lost };
}

const endsWithinLetter = (bytes: Uint8Array) =>
  [...bytes.subarray(-3)].some((byte) => byte >= 0xc2 && byte <= 0xf4);

function saveAs(it: string, en: string): Bilingual {
  return {
    it: `È ${it}: aprire il file e salvarlo come «CSV UTF-8 (delimitato)».`,
    en: `This is ${en}: open it and save it as “CSV UTF-8”.`,
  };
}

function notTable(it: string, en: string): Bilingual {
  return {
    it: `È ${it}, non una tabella: copiare le cifre nel foglio che dà npm run export:csv e salvarlo come CSV.`,
    en: `This is ${en} and not a table: copy the figures into the sheet that npm run export:csv gives, and save it as CSV.`,
  };
}

export const EMPTY: Bilingual = {
  it: 'Il file è vuoto: salvare di nuovo la tabella come CSV.',
  en: 'The file is empty: save the table as CSV again.',
};

const HTML: Bilingual = {
  it: 'È una pagina web (HTML), forse quella di un accesso negato: scaricare il file CSV, non la sua pagina.',
  en: 'This is a web page (HTML), perhaps that of a refused login: download the CSV file, not its page.',
};

const JSON_TEXT: Bilingual = {
  it: 'È un file JSON, non una tabella: un file del dataset si controlla con npm run check:data.',
  en: 'This is a JSON file and not a table: a file of the dataset is checked with npm run check:data.',
};

const BINARY: Bilingual = {
  it: 'Non è un testo: aprirlo con il suo programma e salvare la tabella come «CSV UTF-8 (delimitato)».',
  en: 'This is not text: open it with its program and save the table as “CSV UTF-8”.',
};

const MIXED: Bilingual = {
  it: 'Parte del file è in UTF-8 e parte in un’altra codifica: aprirlo in un foglio di calcolo, guardare le lettere accentate e salvarlo come «CSV UTF-8».',
  en: 'Part of the file is UTF-8 and part is in another encoding: open it in a spreadsheet, look at its accents and save it as “CSV UTF-8”.',
};

/** What has been lost at the end nobody can tell from what is left. */
export const CUT: Bilingual = {
  it: 'Il file è tagliato a metà: salvarlo o scaricarlo di nuovo.',
  en: 'The file is cut off in the middle: save or download it again.',
};
