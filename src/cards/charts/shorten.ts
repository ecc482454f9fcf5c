export const ELLIPSIS = '…';
const BETWEEN = ` ${ELLIPSIS} `;
const EDGES = /[\s–,;:(-]+$|^[\s–,;:)-]+/g;

/** At most `length` characters: the beginning and the end of a longer text, each of whole words where it can be. */
export function withoutMiddle(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const room = Math.max(0, length - BETWEEN.length);
  const tail = wholeWords(characters.slice(characters.length - Math.floor(room / 2)).join(''), /^\S*\s/);
  const head = wholeWords(characters.slice(0, room - [...tail].length).join(''), /\s\S*$/);
  return `${head.replace(EDGES, '')}${BETWEEN}${tail.replace(EDGES, '')}`.trim();
}

/** Without the word that was cut, if that leaves at least half. */
function wholeWords(part: string, cutWord: RegExp): string {
  const whole = part.replace(cutWord, '');
  return whole.length >= part.length / 2 ? whole : part;
}
