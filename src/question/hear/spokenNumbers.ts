/** Numbers as they are dictated: "centonove virgola otto", "duecento", "one hundred and nine point eight". */
const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  un: 1,
  uno: 1,
  una: 1,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  sette: 7,
  otto: 8,
  nove: 9,
  dieci: 10,
  undici: 11,
  dodici: 12,
  tredici: 13,
  quattordici: 14,
  quindici: 15,
  sedici: 16,
  diciassette: 17,
  diciotto: 18,
  diciannove: 19,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
};
const TENS = Object.entries({
  vent: 20,
  trent: 30,
  quarant: 40,
  cinquant: 50,
  sessant: 60,
  settant: 70,
  ottant: 80,
  novant: 90,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});
const HUNDRED = 100;
const THOUSAND = 1000;

/** The value of one word such as "duecentoquaranta"; null for a word that is not a number. */
function spokenWord(word: string): number | null {
  const [, thousands, rest = ''] = /^(.*?)(?:mille|mila)(.*)$/.exec(word) ?? [];
  if (thousands !== undefined) {
    const count = thousands === '' ? 1 : spokenWord(thousands);
    const more = rest === '' ? 0 : spokenWord(rest);
    return count === null || more === null ? null : count * THOUSAND + more;
  }
  const [, hundreds, left = word] = /^(.*?)cento(.*)$/.exec(word) ?? [];
  const count = hundreds === undefined ? 0 : hundreds === '' ? 1 : (UNITS[hundreds] ?? null);
  const small = left === '' && hundreds !== undefined ? 0 : belowHundred(left);
  return count === null || small === null ? null : count * HUNDRED + small;
}

function belowHundred(word: string): number | null {
  const unit = UNITS[word];
  if (unit !== undefined) return unit;
  for (const [ten, value] of TENS) {
    if (!word.startsWith(ten)) continue;
    const ending = word.slice(ten.length).replace(/^[ia]/, '').replace(/^-/, '');
    const more = ending === '' ? 0 : UNITS[ending];
    if (more !== undefined && more < 10) return value + more;
  }
  return null;
}

/** "Duecento quaranta", "trenta cinque", "mille duecento": a smaller number after a round one. */
function joins(value: number, next: number): boolean {
  if (value % THOUSAND === 0) return next < THOUSAND;
  if (value % HUNDRED === 0) return next < HUNDRED;
  return value % 10 === 0 && next < 10;
}

const POINT = new Set(['virgola', 'point']);

/** The number that begins at a word, as text with a decimal point, and its count of words; null where none begins. */
export function spokenAt(
  words: readonly string[],
  from: number,
): { readonly text: string; readonly words: number } | null {
  let [at, value] = [from, null as number | null];
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === 'hundred' && value !== null) value *= HUNDRED;
    else if (word === 'thousand' && value !== null) value *= THOUSAND;
    else if (word === 'and' && value !== null && spokenWord(words[at + 1] ?? '') !== null) continue;
    else {
      const next = spokenWord(word);
      if (next === null || (value !== null && !joins(value, next))) break;
      value = (value ?? 0) + next;
    }
  }
  if (value === null) return null;
  const decimals = POINT.has(words[at] ?? '') ? spokenWord(words[at + 1] ?? '') : null;
  return decimals === null
    ? { text: String(value), words: at - from }
    : { text: `${value}.${decimals}`, words: at + 2 - from };
}
