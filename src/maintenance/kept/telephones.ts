/** Of a telephone, between two digits. */
const GAP = String.raw`[ \t\u00a0().\/‐‑–-]{0,3}`;
/** No digit, decimal or code such as CO01 goes before. */
const START = String.raw`(?<![\d+]|\d\.|\b\p{L}{1,2})`;
const digits = (least: number, most = least) =>
  String.raw`(?:${GAP}\d){${least},${most}}(?!\d|,\d{1,2}(?!\d))`;
const expression = (form: string, flags = 'gu') => new RegExp(form, flags);

/** With a country's code, which may lack its sign where it is Italy's. */
const ABROAD = expression(
  String.raw`${START}(?:\(\+ ?[1-9]\d{0,2}\)|\+ ?[1-9]|00${GAP}[1-9]|39${GAP}(?:0[1-9]|3\d\d))${digits(7, 13)}`,
);
/** With the zero of a town, which in Britain, France and Germany is that of any telephone. */
const TOWN = expression(
  String.raw`${START}(?:\(0[1-9]\d{0,3}\)${digits(5, 8)}|0[1-9]${digits(6, 9)}|0[1-9]${digits(10)}(?!\.\d))`,
);
/** Italian mobiles, and the numbers that cost the caller nothing. */
const MOBILE = expression(String.raw`${START}(?:\(3\d\d\)${digits(7)}|3${digits(9)})`);
const FREE = expression(String.raw`${START}80[03](?:[ -]?\d){6}(?!\d|[.,]\d)`);
/** Of North America. */
const AMERICAN = expression(
  String.raw`${START}(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])\d{3}(?:[.-]\d{4}| (?!(?:19|20)\d\d)\d{4})(?!\d)`,
);
/** Where the text says that a number is one, any is. */
const SAID = expression(
  String.raw`(?<=\b(?:tel|telefono|telefoni|telephone|phone|cell|cellulare|mobile|fax|whatsapp|telegram|numero verde|chiama(?:mi|temi|re)?|call me|(?:mio|suo|my|his|her) (?:numero|number)|p\.? ?iva|partita iva|vat)\b[.:]?(?: (?:n\.|numero|number|no\.))?(?: (?:è|e['’]|is))?(?: (?:al|allo|lo|il|at|on))?:? ?)(?:\(\+?\d{1,4}\)|\+?\d)${digits(4, 14)}`,
  'giu',
);

/** A text with `gone` for every telephone number in it; dates, years and amounts are to be kept from it. */
export function withoutTelephones(text: string, gone: string): string {
  return text
    .replace(SAID, gone)
    .replace(ABROAD, (found) => (isAmount(found.replace(/^\+ ?(?!39\b)/, '')) ? found : gone))
    .replace(AMERICAN, gone)
    .replace(TOWN, gone)
    .replace(MOBILE, (found) => (isAmount(found) || !isMobile(found) ? found : gone))
    .replace(FREE, (found) => (isRound(found) ? found : gone));
}

/** Three digits go together, unless someone writes them one by one or in pairs. */
function isMobile(found: string): boolean {
  const groups = found.split(/\D+/).filter((group) => group !== '');
  return (groups[0]?.length ?? 0) >= 3 || groups.every(({ length }) => length <= 2);
}

/** Thousands, all apart by the same sign; with decimals; or with so many zeros at its end. */
function isAmount(found: string): boolean {
  return /^\d{5,}\.\d{1,2}$|^\d{1,3}(?:([ .\u00a0])\d{3})(?:\1\d{3})*$/.test(found) || isRound(found);
}

function isRound(found: string): boolean {
  return /(?:\D?0){6}$/.test(found);
}
