const GONE = '…';

/** Addresses, mentions and ids of Discord, names of accounts; each in time that grows as the text does. */
const PERSONS: readonly RegExp[] = [
  /<?\bhttps?:\/\/[^\s<>]+>?/gi,
  /\b(?:www\.|discord\.gg\/|t\.me\/|wa\.me\/)[^\s<>]+/gi,
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /<(?:@[!&]?|#|id:|\/[^:<>\n]{1,100}:)\w+>/g,
  /\b\d{15,20}\b/g,
  /(?<![\w.])@[\w.]{2,32}/g,
];
/** Of a person or an account: an Italian tax code, a payment card (four years are none), the road and number of a house. */
const IDENTITIES: readonly RegExp[] = [
  /\b[A-Z]{6}\d\d[A-EHLMPR-T]\d\d[A-Z]\d{3}[A-Z]\b/gi,
  /\b(?!(?:(?:19|20)\d\d[ -]?){4})\d{4}(?:[ -]\d{4}){3}\b/g,
  /\b(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Pp]iazzale|[Vv]icolo|[Ll]argo)(?: (?:del|della|dei|delle|di|d[’'])){0,2} ?\p{Lu}[\p{L}’'.]+(?: \p{Lu}[\p{L}’'.]+){0,3},? (?:n\. ?)?\d{1,4}\b/gu,
];
/** Digits as people group those of a telephone; an amount has points and commas, or groups of three. */
const DIALLED = /(?<!\d|\d[.,]|\b\p{L}{1,2})(?:\+|00)?\d(?:[\s()/-]{0,2}\d){7,14}(?![\d.,]*\d)/gu;
/** The same with points, where nobody groups an amount so: after a country's code, or in pairs. */
const POINTED =
  /(?<!\d|\d[.,]|\b\p{L}{1,2})(?:(?:\+|00)\d{1,3}[ .]\d{2,4}(?:[ .]\d{2,4}){1,4}|0\d{1,3}(?:\.\d{2}){3,5})(?![\d.,]*\d)/gu;
const GROUPED = /^\d{1,3}(?: \d{3})+$/;
/** An IBAN, whole or in groups of four. */
const ACCOUNT = /\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gi;
/** Longer than any word of a language; a token has several kinds of signs in it. */
const LONG = /(?<![\w.~+/=-])[\w.~+/=-]{20,}/g;

/** A text without addresses, telephone numbers, accounts, tokens, mentions and ids. */
export function withoutPersons(text: string): string {
  const unpaid = text.replace(ACCOUNT, (account) => (isAccount(account) ? GONE : account));
  return [...PERSONS, ...IDENTITIES]
    .reduce((left, pattern) => left.replace(pattern, GONE), unpaid)
    .replace(LONG, (word) => (isToken(word) ? GONE : word))
    .replace(POINTED, GONE)
    .replace(DIALLED, (digits) => (isDialled(digits) ? GONE : digits));
}

/** With a country's code, a zero before the town's, or the ten digits of an Italian mobile. */
function isDialled(digits: string): boolean {
  const bare = digits.replace(/[\s()/-]/g, '');
  if (GROUPED.test(digits)) return false;
  return /^(?:\+|0)/.test(bare) || /^3\d{9}$/.test(bare);
}

const SHORTEST_ACCOUNT = 15;
const CHECKED_BY = 97;

/** In one word it need only look like one; groups may be a code and some years, which its check digits tell apart. */
function isAccount(account: string): boolean {
  const bare = account.replaceAll(' ', '').toUpperCase();
  if (bare.length < SHORTEST_ACCOUNT) return false;
  if (bare === account.toUpperCase()) return (bare.match(/\d/g)?.length ?? 0) >= SHORTEST_ACCOUNT - 3;
  const turned = [...bare.slice(4), ...bare.slice(0, 4)];
  const digits = turned.map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % BigInt(CHECKED_BY) === 1n;
}

/** Letters of both sizes among digits, or nothing but hexadecimal digits, or the three parts of a bot's token. */
function isToken(word: string): boolean {
  if (/^[0-9a-f]{32,}$/i.test(word) || /^[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}$/.test(word)) return true;
  return /\d/.test(word) && /\p{Ll}/u.test(word) && /\p{Lu}/u.test(word) && !/\d{4}-\d{4}/.test(word);
}
