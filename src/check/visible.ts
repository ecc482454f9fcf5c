/**
 * Controls but tab and line end, marks that turn the direction of writing, and halves of a character: nobody sees them,
 * and a terminal or a browser obeys them.
 */
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** The characters of a text that nobody sees, as `U+202E`, each once. */
export function invisibleIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(INVISIBLE)].map(([character]) => codePoint(character)))];
}

/** The text with such characters as `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `<${codePoint(character)}>`);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
