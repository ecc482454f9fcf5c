const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const OFFSET = 2_166_136_261;
const PRIME = 16_777_619;

/** FNV-1a, the same in every version and process: 24 bits, so many as four digits hold. */
function hashed(text: string, length: number): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  // The last characters of a text alone would leave the upper bits alike.
  hash = Math.imul(hash ^ (hash >>> 15), PRIME);
  return (hash ^ (hash >>> 13)) & (64 ** length - 1);
}

/** A hash of a text in `length` digits, at most four. */
export function hashOf(text: string, length: number): string {
  return digitsOf(hashed(text, length), length);
}

export function digitsOf(number: number, length: number): string {
  let digits = '';
  for (let left = number; digits.length < length; left = Math.floor(left / 64)) digits += DIGITS[left % 64];
  return digits;
}

/** NaN for what is no number in these digits. */
export function numberIn(digits: string): number {
  return [...digits].reduceRight((sum, digit) => {
    const value = DIGITS.indexOf(digit);
    return value < 0 ? Number.NaN : sum * 64 + value;
  }, 0);
}

/** Of names in closed lists, of which there are some hundreds: each is compared with all of its list for every id. */
const known = new Map<number, Map<string, number>>();

function hashedName(name: string, length: number): number {
  const hashes = known.get(length) ?? new Map<string, number>();
  known.set(length, hashes);
  const hash = hashes.get(name) ?? hashed(name, length);
  hashes.set(name, hash);
  return hash;
}

/** A name of a closed list in so many digits; in brackets and whole where another name of the list has the same. */
export function codeOf(name: string, among: readonly string[], length: number): string | null {
  if (!among.includes(name)) return null;
  const hash = hashedName(name, length);
  const isShared = among.some((other) => other !== name && hashedName(other, length) === hash);
  return isShared ? `(${name})` : digitsOf(hash, length);
}

/** The name whose code begins a text, and the text after it; null where the code stands for no name, or for two. */
export function nameAt(
  text: string,
  among: readonly string[],
  length: number,
): { readonly name: string; readonly rest: string } | null {
  const whole = /^\(([^()]*)\)/.exec(text);
  const code = whole?.[0] ?? text.slice(0, length);
  const hash = whole || code.length < length ? Number.NaN : numberIn(code);
  const names = among.filter((name) => (whole ? name === whole[1] : hashedName(name, length) === hash));
  const [name] = names;
  return name !== undefined && names.length === 1 ? { name, rest: text.slice(code.length) } : null;
}
