const WORD = String.raw`(?<![\p{L}\p{M}\p{N}._%+'’-])`;
const LOCAL = String.raw`[\p{L}\p{M}\p{N}._%+'’-]+`;
const HOST = String.raw`[\p{L}\p{M}\p{N}-]+`;
/** Domains that are no word of a sentence whose point nobody put a space after. */
const ENDS = `(?:it|eu|com|org|net|info|edu|gov|uk|fr|de|es|ch|at|us|biz|app|dev|online|cloud|tv)`;
/** Before these nobody means a place by `at`. */
const MAIL =
  '(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|proton|protonmail|libero|virgilio|tiscali|alice|aruba|pec)';
/** Those that are such words: a domain where a path follows. */
const SHORT_ENDS = '(?:me|io|co|gg|ly|ai|be|to|in|link|page|xyz)';
/** What ends a sentence ends no address. */
const PATH = String.raw`[^\s<>]*[^\s<>,.;:!?)]`;

/** Addresses, mentions and ids of Discord, names of accounts; each in time that grows as the text does. */
const ACCOUNTS: readonly RegExp[] = [
  new RegExp(String.raw`<?\b(?:https?:\/\/|www\.|discord\.gg\/|t\.me\/|wa\.me\/)${PATH}>?`, 'gi'),
  new RegExp(String.raw`${WORD}${LOCAL}@${HOST}(?:\.${HOST})*`, 'gu'),
  // As people hide an address from machines.
  new RegExp(
    String.raw`${WORD}${LOCAL} ?(?:[[({] ?(?:at|chiocciola|@) ?[\])}]|(?<= )chiocciola(?= )) ?${HOST}(?: ?(?:\.|[[({] ?(?:dot|punto|\.) ?[\])}]|(?<= )(?:dot|punto)(?= )) ?${HOST}){0,4}`,
    'giu',
  ),
  new RegExp(String.raw`${WORD}(?=\p{L}+[._\d])${LOCAL} at ${HOST}(?:\.${HOST}){1,4}`, 'giu'),
  new RegExp(String.raw`${WORD}${LOCAL} ?@ ?(?:${HOST}\.){1,4}${ENDS}(?![\p{L}\p{N}])`, 'giu'),
  new RegExp(String.raw`${WORD}${LOCAL} (?:at|chiocciola) ${MAIL}\.${ENDS}(?![\p{L}\p{N}])`, 'giu'),
  new RegExp(String.raw`${WORD}${LOCAL} at ${HOST} dot ${ENDS}(?!\p{L})`, 'giu'),
  new RegExp(
    String.raw`${WORD}(?:(?=[\p{N}-]*\p{L})${HOST}\.)+(?:${ENDS}(?![\p{L}\p{N}-])(?::\d{2,5})?(?:\/(?:${PATH})?)?|${SHORT_ENDS}\/${PATH})`,
    'giu',
  ),
  /<(?:@[!&]?|#|id:|\/[^:<>\n]{1,100}:)\w+>/g,
  /(?<![\p{L}\p{N}_.])[\p{L}\p{N}_.]{2,32}#\d{4}\b/gu,
  /\b\d{15,20}\b/g,
  /(?<![\w.])@[\w.]{2,32}/g,
];

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const MONTH = String.raw`\p{L}{3,10}\.?`;
const DAY = String.raw`(?:\d{1,2}(?:[./-]|° ?|st |nd |rd |th | )(?:(?:of |di )?${MONTH}[ ,]|\d{1,2}[ ./-]) ?\d{2,4}|\d{4}-\d\d-\d\d|${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4})`;
/** An Italian tax code, a payment card (four years are none), an address in a network, a day of birth where the text calls it one. */
const IDENTITIES: readonly RegExp[] = [
  /\b(?=[A-Z]*\d)[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]\b/gi,
  /\b[A-Z]{3}[ .-]?[A-Z]{3}[ .-]?\d\d[ .-]?[A-EHLMPR-T][ .-]?\d\d[ .-]?[A-Z][ .-]?\d{3}[ .-]?[A-Z]\b/gi,
  /\b(?!(?:(?:19|20)\d\d[ -]?){4})\d{4}(?:[ -]\d{4}){3}\b/g,
  /\b3[47]\d\d[ -]\d{6}[ -]\d{5}\b/g,
  /(?<![\p{L}\d:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\p{L}\d:])|(?<![\p{L}\d:])(?:[0-9a-f]{1,4}:){1,7}(?::[0-9a-f]{1,4}){1,6}(?![\p{L}\d:])/giu,
  new RegExp(
    String.raw`(?<=\b(?:nat[oaie]|nascita|compleanno|born|birth|birthday|dob)\b[^.?!\d\n]{0,40})(?<!\p{L})${DAY}(?!\d)`,
    'giu',
  ),
];
const NETWORK = new RegExp(String.raw`(?<![\d.]|\d,)(?:${OCTET}\.){3}${OCTET}(?!\.?\d|,\d)`, 'g');
/** Of numbers with points, those of a chapter or an action are short, and an amount has three digits in each but the first. */
const SHORT_OR_AMOUNT = /^(?:\d{1,2}(?:\.\d{1,2}){3}|\d{1,2}(?:\.\d{3}){3})$/;
/** Where a network at home or the machine itself begins. */
const HOME = /^(?:10|127)\.0\./;
/** Of Italy and San Marino, however it is grouped; and another, whole or in groups of four. */
const ITALIAN = /\b(?:IT|SM)[ .-]?\d\d[ .-]?[A-Z](?:[ .-]?\d){10}(?:[ .-]?[A-Z0-9]){12}\b/gi;
const ACCOUNT = /\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gi;
/** Longer than any word of a language; a token has several kinds of signs in it. */
const LONG = /(?<![\w.~+/=-])[\w.~+/=-]{20,}/g;

/** A text with `gone` for every address, mention, id, account and token that is no telephone number or house. */
export function withoutIdentities(text: string, gone: string): string {
  const unpaid = text
    .replace(ITALIAN, gone)
    .replace(ACCOUNT, (account) => (isAccount(account) ? gone : account));
  return [...ACCOUNTS, ...IDENTITIES]
    .reduce((left, pattern) => left.replace(pattern, gone), unpaid)
    .replace(NETWORK, (found) => (SHORT_OR_AMOUNT.test(found) && !HOME.test(found) ? found : gone))
    .replace(LONG, (word) => (isToken(word) ? gone : word));
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
