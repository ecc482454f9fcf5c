import { type SingleByte, singleByte } from './encodings.ts';

/** The text of a file without its byte order mark, and what it was written in. */
export type Decoded = { readonly text: string; readonly encoding: 'unicode' | SingleByte };

/** UTF-8, UTF-16 as «Unicode text» has it, or one of the encodings of western Europe: whichever makes sense. */
export const decoded = (bytes: Uint8Array): string => decodedFrom(bytes).text;

export function decodedFrom(bytes: Uint8Array): Decoded {
  const wide = utf16(bytes);
  const text = wide === null ? utf8(bytes) : new TextDecoder(wide).decode(bytes);
  return text === null ? singleByte(bytes) : { text, encoding: 'unicode' };
}

/** Null for what is in another encoding. */
export function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Of the first bytes, how many tell whether every second one is empty. */
const SAMPLE = 1000;
const MOST = 0.8;
const HARDLY_ANY = 0.05;

/** Whether two bytes make a letter, by the mark at the beginning or by the empty byte of every plain letter. */
export function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const empty = (at: 0 | 1) => sample.filter((byte, index) => index % 2 === at && byte === 0).length;
  const share = (at: 0 | 1) => (empty(at) / sample.length) * 2;
  if (sample.length < 4) return null;
  if (share(1) > MOST && share(0) < HARDLY_ANY) return 'utf-16le';
  return share(0) > MOST && share(1) < HARDLY_ANY ? 'utf-16be' : null;
}
