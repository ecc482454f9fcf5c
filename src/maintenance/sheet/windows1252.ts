/** What Windows puts where Latin-1 has control characters; five of them mean nothing. */
const OWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST = 0x80;

/** Text as Excel saves it in western Europe. The decoder of Node 20 takes this encoding for Latin-1. */
export function windows1252(bytes: Uint8Array): string {
  return Array.from(
    bytes,
    (byte) => (byte >= FIRST ? OWN[byte - FIRST] : undefined) ?? String.fromCharCode(byte),
  ).join('');
}

const LETTERS = new Set(windows1252(Uint8Array.from({ length: 256 }, (_, at) => at)));

/** A text as it comes back from there: a question mark for each letter that the encoding lacks. */
export const asWindows1252 = (text: string): string =>
  [...text].map((letter) => (LETTERS.has(letter) ? letter : '?')).join('');
