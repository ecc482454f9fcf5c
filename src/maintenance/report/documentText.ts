import { execFile } from 'node:child_process';
import { rawPagesOf } from '../../check/source-text.ts';
import type { Bilingual } from '../../model/schema.ts';
import { decoded } from '../sheet/decoded.ts';
import { isZip } from '../zip.ts';
import { slideTexts } from './slides.ts';

/** The plain text of a document, a form feed between its pages; or why there is none, and what to do. */
export type DocumentText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: Bilingual };

/** Bytes of a document; reports with pictures are large. */
export const LARGEST_DOCUMENT = 100 * 1024 * 1024;

/** Reads a PDF, a PowerPoint file or a plain text, in reading order. */
export async function documentText(bytes: Uint8Array): Promise<DocumentText> {
  if (startsWith(bytes, '%PDF')) return pdfText(bytes);
  if (startsWith(bytes, OLE)) return no(WORDS.oldOffice);
  if (isZip(bytes)) {
    const slides = await slideTexts(bytes);
    if (slides === null) return no(WORDS.otherZip);
    return 'ok' in slides ? no(slides.message) : ofPages(slides);
  }
  const text = decoded(bytes);
  return text.includes('\0') ? no(WORDS.binary) : ofPages(rawPagesOf(text.replace(/^\ufeff/, '')));
}

/** What Word, PowerPoint and Excel of before 2007 begin with. */
const OLE = '\u00d0\u00cf\u0011\u00e0';

const startsWith = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;

const no = (why: Bilingual): DocumentText => ({ ok: false, why });

/** Three blank lines would be read as the end of a page. */
function ofPages(pages: readonly string[]): DocumentText {
  if (pages.every((page) => page.trim() === '')) return no(WORDS.empty);
  const texts = pages.map((page) => page.replace(/\n(?:[ \t]*\n)+/g, '\n\n').trim());
  return { ok: true, text: `${texts.join('\n\f')}\n` };
}

const PATIENCE_MS = 60_000;
const MOST_TEXT = 32 * 1024 * 1024;

/** By poppler's pdftotext: it keeps the reading order, which the text of a PDF alone does not have. */
function pdfText(bytes: Uint8Array): Promise<DocumentText> {
  return new Promise((settle) => {
    const options = { encoding: 'utf8', timeout: PATIENCE_MS, maxBuffer: MOST_TEXT } as const;
    const child = execFile('pdftotext', ['-enc', 'UTF-8', '-', '-'], options, (error, text) => {
      if (error === null) settle(ofPages(text.replace(/\f$/, '').split('\f')));
      else settle(no(error.code === 'ENOENT' ? WORDS.noPoppler : WORDS.badPdf));
    });
    // A program that ends early closes its input: its status says why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(bytes);
  });
}

const WORDS = {
  empty: {
    it: 'Il documento non contiene testo: se è una scansione, riconoscerne prima il testo (OCR).',
    en: 'The document holds no text: if it is a scan, recognise its text first (OCR).',
  },
  noPoppler: {
    it: 'Per leggere un PDF serve il programma pdftotext (pacchetto poppler-utils): installarlo, o dare il documento come PPTX o come testo.',
    en: 'Reading a PDF takes the program pdftotext (package poppler-utils): install it, or give the document as PPTX or as text.',
  },
  badPdf: {
    it: 'Il PDF non si può leggere: è danneggiato o protetto da una password. Salvarlo di nuovo, o darlo come testo.',
    en: 'The PDF cannot be read: it is damaged or protected by a password. Save it anew, or give it as text.',
  },
  oldOffice: {
    it: 'È un file di Office nel formato di prima del 2007: salvarlo come PPTX o come PDF.',
    en: 'This is an Office file in the format of before 2007: save it as PPTX or as PDF.',
  },
  otherZip: {
    it: 'È un file ZIP o di Office, ma non una presentazione: salvarlo come PDF.',
    en: 'This is a ZIP or an Office file, but no presentation: save it as PDF.',
  },
  binary: {
    it: 'Non è un testo: dare un PDF, un PPTX o un file di testo.',
    en: 'This is no text: give a PDF, a PPTX or a text file.',
  },
} as const satisfies Record<string, Bilingual>;
