import iconv from 'iconv-lite';

/**
 * What spreadsheets in western Europe save letters in where they do not save Unicode, one byte a letter: Excel on
 * Windows, Excel on a Mac, and “CSV (MS-DOS)”, whose page 850 has a euro sign in its later form, 858.
 */
export const SINGLE_BYTE = ['windows-1252', 'macintosh', 'cp858'] as const;
export type SingleByte = (typeof SINGLE_BYTE)[number];

/** The euro sign has taken the place of the sign for any currency on a Mac; iconv-lite has the older table. */
const read = (bytes: Buffer, encoding: SingleByte): string =>
  encoding === 'macintosh'
    ? iconv.decode(bytes, encoding).replaceAll('¤', '€')
    : iconv.decode(bytes, encoding);

const has = (letter: string, encoding: SingleByte): boolean =>
  read(iconv.encode(encoding === 'macintosh' ? letter.replace('€', '¤') : letter, encoding), encoding) ===
  letter;

/** Where two fit a text alike, the earlier one. */
export function singleByte(bytes: Uint8Array): { readonly text: string; readonly encoding: SingleByte } {
  const buffer = Buffer.from(bytes);
  const readings = SINGLE_BYTE.map((encoding) => ({ encoding, text: read(buffer, encoding) }));
  const [best] = readings.toSorted((a, b) => sense(b.text) - sense(a.text));
  return best ?? { encoding: 'windows-1252', text: read(buffer, 'windows-1252') };
}

const LETTER = /[^\p{ASCII}]/gu;
/** Points for a letter beyond ASCII by what stands before and after it: the first that fits. */
const POINTS: readonly (readonly [points: number, before: RegExp, letter: RegExp, after: RegExp])[] = [
  [-4, /$/, /[\p{Cc}\ufffd\u2500-\u25ff]/u, /^/],
  // A letter of its own between blanks is a verb or a conjunction, and those are few.
  [1, /(?:^|[^\p{L}\p{N}])$/u, /[èàòÈÀÒ]/, /^(?:$|[^\p{L}\p{N}])/u],
  [-2, /(?:^|[^\p{L}\p{N}])$/u, /\p{L}/u, /^(?:$|[^\p{L}\p{N}])/u],
  [-2, /\p{N}$/u, /\p{L}/u, /^/],
  [-2, /\p{Ll}$/u, /\p{Lu}/u, /^/],
  [-2, /\p{Lu}{2}$/u, /\p{Ll}/u, /^/],
  [-2, /$/, /\p{Ll}/u, /^\p{Lu}/u],
  // No Italian word begins with these.
  [0, /(?:^|[^\p{L}])$/u, /[àéìòùÉÌÒÙ]/, /^\p{L}/u],
  [2, /$/, /[àèéìòùÀÈÉÌÒÙ]/, /^/],
  [1, /$/, /[áâäçêëíîïñóôöúûüßÁÂÄÇÊËÍÎÏÑÓÔÖÚÛÜ]/, /^/],
  [2, /\p{L}$/u, /’/, /^\p{L}/u],
  [2, /(?:[\s\d]|[Mm][Ll]?[Nn]?)$/u, /€/, /^(?!\p{L})/u],
  [2, /[\s\d]$/u, /[–—]/, /^/],
  [2, /(?:^|[\s"'(])$/u, /[«“‘]/, /^[\p{L}\p{N}]/u],
  [2, /[\p{L}\p{N}.]$/u, /[»”]/, /^(?!\p{L})/u],
  [1, /[\p{L}\p{N}]$/u, /[’²³ªº]/, /^/],
  [1, /[\p{L}\p{N}]\s?$/u, /°/, /^/],
  [1, /(?:^|[\s"])$/u, /•/, /^/],
  [1, /$/, /[€…·½\u00a0]/, /^/],
  [0, /$/, /[–—‘’“”«»]/, /^/],
  [-1, /$/, /\P{ASCII}/u, /^/],
];

/** Of the letters beyond ASCII, how many tell an encoding: a table has some hundreds, a file made to be slow a million. */
export const MOST_SENSED = 2000;

/** How far a text looks as people in Italy write, by its first letters beyond ASCII: more is better. */
function sense(text: string): number {
  let [sum, left] = [0, MOST_SENSED];
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    if (left === 0) break;
    left -= 1;
    sum += pointsOf(letter, text.slice(Math.max(0, index - 4), index), text.slice(index + letter.length));
  }
  return sum;
}

function pointsOf(letter: string, before: string, after: string): number {
  const fits = POINTS.find(
    ([, left, own, right]) => left.test(before) && own.test(letter) && right.test(after.slice(0, 2)),
  );
  return fits?.[0] ?? 0;
}

/** What Windows writes for a letter that an encoding lacks, where that is not a question mark. */
const NEAREST: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '…': '.',
  '•': '.',
};

/** The forms in which a letter may come back from a file in an encoding: nobody writes `?` for an accent on purpose. */
function formsOf(letter: string, encoding: SingleByte): readonly string[] {
  if (/\p{ASCII}/u.test(letter)) return [letter];
  return [letter, '?', ...(has(letter, encoding) ? [] : [NEAREST[letter] ?? '?'])];
}

/** Whether a text is another as it comes back from a file in an encoding that lacks some of its letters. */
export function isSavedFrom(text: string, before: string, encoding: SingleByte): boolean {
  const [now, was] = [[...text], [...before]];
  return (
    now.length === was.length && was.every((letter, at) => formsOf(letter, encoding).includes(now[at] ?? ''))
  );
}
