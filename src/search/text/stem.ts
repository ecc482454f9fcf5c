const SHORTEST = 4;
const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter);

/** Without the ending that gender and number change: biblioteca, biblioteche; archivio, archivi; programmes. */
export function stem(word: string): string {
  if (
    word.length <= SHORTEST ||
    word.includes(':') ||
    !isVowel(word.at(-1) === 's' ? word.at(-2) : word.at(-1))
  )
    return word.length > SHORTEST && word.endsWith('s') ? word.slice(0, -1) : word;
  let end = word.endsWith('s') ? word.length - 1 : word.length;
  while (end > SHORTEST - 1 && isVowel(word[end - 1]) && word.length - end < 3) end -= 1;
  if (end > SHORTEST && word[end - 1] === 'h') end -= 1;
  return word.slice(0, end);
}
