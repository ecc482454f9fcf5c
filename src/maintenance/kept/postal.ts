/** A name has no such words; what is done by such a way is no road. */
const FUNCTION = `(?:a|ad|in|per|con|su|tra|fra|e|o|che|al|nel|nella|un|una|il|lo|the|to|for|of|and|or|with|from|on|at|is|was|are)`;
const NO_ROAD = `(?:asse|assi|axis|axes|priorità|priority|obiettivo|misura|azione|fondo|fondi|e-?mail|posta|pec|web|internet|sms|chat|app|discord|telegram|whatsapp|bando|libera|breve|crucis|satellite|mare|definitiva|prioritaria|sperimentale|preliminare|telematica|esclusiva|eccezionale|ammin\\p{L}*|ordinaria|straordinaria|principale|provvisoria|informatica|generale|ufficiale|informale|giudiz\\p{L}*|legale|normativa|diretta|indiretta|residuale|cautelativa|transitoria|sussidiaria|preferenziale)`;
const MONTHS = String.raw`genn|febb|mar[zc]|apri|magg|giug|lugl|agos|sett|otto|nove|dice|janu|febr|may\b|june|july|augu|sept|octo|dece`;
/** After the number: what is counted, not a house. */
const COUNTED = String.raw`(?![\d\p{L}%‰]|[.,]\d|[./-]\d{1,2}[./-]|\/\d{4}| ?(?:%|€|£|\$)| (?:(?:euro|eur|mila|mille|milion[ei]|mln|mrd|meur|bn|million|billion|thousand)(?!\p{L})|progett|iniziativ|ass[ei]\b|azion|misur|person|partecipant|destinatari|cors[io]|or[ae]\b|giorn|mes[ei]\b|ann[io]\b|edizion|modul|crediti|livell|settiman|volt[ae]|punti|initiativ|project|ax[ei]s|people|participant|hour|day|week|month|year|percent|per cento|${MONTHS}))`;
const HOUSE = String.raw`(?!(?:19|20)\d\d(?!\d))\d{1,4}(?:(?: ?[\/-] ?(?:\d{1,2}|\p{L})|\p{L}| (?:bis|ter))(?![\p{L}\d]))?${COUNTED}`;
const MARK = String.raw`(?: ?(?:n\.?[°ºr]?|n[°º]\.?|num\.|nr\.?|numero|civico|no\.|#) ?)`;
const PARTICLE = `(?: (?:d[ei]|da|del|della|dello|dei|degli|delle|san|santa|don|la|le|i|gli|nuova|vecchia|strada))`;
/** Words of which none is one of those above; `first` is how the first begins. */
const named = (first: string, no = '') =>
  String.raw`${PARTICLE}{0,2}(?: (?:d|dell|all|sant)['’]| )(?!${FUNCTION}(?![\p{L}.])${no})(?:${first}[\p{L}\p{M}'’.-]{1,30}|[IVX]{1,5}|\d{1,2}(?= \p{L}))(?: (?!${FUNCTION}(?![\p{L}.]))(?!n(?:r|um|umero)?[.°º ]|civico|numero)(?:[\p{L}\p{M}'’.-]{1,30})){0,3}`;
const WORD = String.raw`(?<![\p{L}\p{N}])`;

const ROADS: readonly RegExp[] = [
  // In words that mean nothing else.
  String.raw`${WORD}(?:viale|piazza|piazzale|piazzetta|vicolo|contrada|galleria|lungomare|lungarno|v\.le|p\.?zz?a\.?|p\.le|p\.za|c\.so|l\.go|str\.)${named(String.raw`\p{L}`)}(?:${MARK}|,? |, ?)${HOUSE}`,
  String.raw`${WORD}(?:n\.|numero|civico) ?\d{1,4} (?:di|in) (?:via|viale|piazza|piazzale|corso|largo)${named(String.raw`\p{L}`)}`,
  `${WORD}via${named(String.raw`\p{L}`, String.raw`|${NO_ROAD}(?!\p{L})`)}(?:,?${MARK}|,? |, ?)${HOUSE}`,
].map((form) => new RegExp(form, 'giu'));

/** Of a training, a long consumption or a way towards something unless the name is one, or the house is said to be a number. */
const AMBIGUOUS: readonly RegExp[] = [
  `${WORD}(?:[Cc]orso|[Ll]argo|[Ss]trada|CORSO|LARGO|STRADA)${named(String.raw`\p{Lu}`)}(?:,?${MARK}|,? |, ?)${HOUSE}`,
  String.raw`${WORD}(?:[Cc]orso|[Ll]argo|[Ss]trada)${named(String.raw`\p{Ll}`)},? ?(?:n[.°º]|n\.[°º]|nr\.?|numero|civico) ?${HOUSE}`,
  String.raw`${WORD}[Ss]trada (?:padana|statale|provinciale|comunale|vicinale)(?: \p{L}{1,30}){0,2},? ${HOUSE}`,
].map((form) => new RegExp(form, 'gu'));

const NUMBER = String.raw`(?<![\p{L}\p{N}.,/-])(?!(?:19|20)\d\d )\d{1,4}[A-Za-z]?`;
const ENGLISH: readonly RegExp[] = [
  new RegExp(
    String.raw`${NUMBER}(?: \p{Lu}[\p{L}'’.-]{0,30}){1,3} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Square|Sq|Court|Place|Way|Close|Crescent|Terrace|Boulevard|Blvd|Gardens|Row|Mews|Hill|Park)(?!\p{L})\.?`,
    'gu',
  ),
  new RegExp(
    String.raw`${NUMBER}(?: (?!${FUNCTION}(?!\p{L}))[\p{L}'’.-]{1,30}){1,2} (?:street|road|avenue|lane|boulevard)(?!\p{L})`,
    'giu',
  ),
];

/** A fund or a programme by its initials. */
const INITIALS = /^via \p{Lu}{2,3}\+? \d/u;

/** A text with `gone` for every road with the number of a house. */
export function withoutRoads(text: string, gone: string): string {
  return [...ROADS, ...AMBIGUOUS, ...ENGLISH].reduce(
    (left, road) => left.replace(road, (found) => (INITIALS.test(found) ? found : gone)),
    text,
  );
}
