/**
 * A day, a month or a part of a year as people write it. `month` is the last month of the part; the beginning of a
 * year is the end of the year before. Months and days have two digits.
 */
type WrittenDate = {
  readonly start: number;
  readonly end: number;
  /** null where it is left out: "al 30 giugno". */
  readonly year: string | null;
  /** null where the words do not determine it: "l'anno scorso". */
  readonly month: string | null;
  readonly day: string | null;
};

const MONTHS = [
  'gennaio|january|gen|jan',
  'febbraio|february|feb',
  'marzo|march|mar',
  'aprile|april|apr',
  'maggio|may|mag',
  'giugno|june|giu|jun',
  'luglio|july|lug|jul',
  'agosto|august|ago|aug',
  'settembre|september|set|sett|sep|sept',
  'ottobre|october|ott|oct',
  'novembre|november|nov',
  'dicembre|december|dic|dec',
];
/** Unambiguous names of months, which may stand without a day or a year. */
const ALONE =
  'gennaio|january|febbraio|february|marzo|aprile|april|maggio|giugno|june|luglio|july|agosto|august|settembre|september|ottobre|october|novembre|november|dicembre|december';
/** The number of a month, as it is dictated. */
const SPOKEN_MONTHS = 'uno due tre quattro cinque sei sette otto nove dieci undici dodici'.split(' ');
const NAME = `(?<name>${MONTHS.join('|')})\\b\\.?`;
/** Years from 2010 on, as they are dictated after "duemila". */
const SPOKEN =
  'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitre ventiquattro venticinque'.split(
    ' ',
  );
const SPOKEN_YEAR = `duemila(?:${SPOKEN.toReversed().join('|')})é?`;
const YEAR = `(?<year>(?:19|20)\\d\\d|['’]\\d\\d|${SPOKEN_YEAR})(?![\\d/])`;
const DAY = '(?<day>\\d{1,2}|trentuno|trenta)';
const OF = "(?:,?\\s+(?:(?:del|nel|of|in)(?:l['’])?\\s*)?(?:anno\\s+)?|\\s*[,/-]\\s*)";
/** A day without a year is a reporting date only after these words: "l'8 marzo" alone is an ordinary day. */
const AT = '(?<=\\b(?:al|dal|fino a|fino al|a fine|at|at end of|at the end of|as of|since|until)\\s)';
const PART = '(?<part>semestre|half|quadrimestre|trimestre|quarter)';
const WHICH =
  '(?<which>prim[oa]|first|second[oa]?|terzo|third|quarto|fourth|last|ultimo|1|2|3|4|i|ii|iii|iv)(?:°|º|o|st|nd|rd|th)?';

/** In order of precedence: a later form never matches text of an earlier one. */
const FORMS = [
  `(?<![\\d./-])(?<year>(?:19|20)\\d\\d)([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?![\\d/-])`,
  `(?<![\\d.,/-])(?<day>\\d{1,2})([./-])(?<month>\\d{1,2})\\2(?<year>\\d{4}|\\d\\d)(?![\\d/])`,
  `\\b${DAY}(?:°|º|st|nd|rd|th)?\\s*(?:(?:di|of)\\s+)?${NAME}${OF}${YEAR}`,
  `\\b(?<day>trentuno|trenta)\\s+(?<spoken>${SPOKEN_MONTHS.join('|')})\\s+(?<year>${SPOKEN_YEAR}|20\\d\\d)\\b`,
  `\\b${NAME}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:of\\s+)?${YEAR}`,
  `\\b${NAME}${OF}${YEAR}`,
  `(?<![\\d.,/-])(?<month>0?[1-9]|1[0-2])[/-]${YEAR}`,
  `(?<![\\d.,/-])(?<year>20\\d\\d)-(?<month>0[1-9]|1[0-2])(?![\\d/-])`,
  `\\b${WHICH}\\s+${PART}(?:${OF}${YEAR})?`,
  `\\b(?<letter>[qh])(?<which>[1-4])${OF}${YEAR}`,
  `\\b${YEAR}\\s*[-/]?\\s*(?<letter>[qh])(?<which>[1-4])\\b`,
  `\\b(?<middle>met[àa]|mid|middle)(?:${OF}|-)${YEAR}`,
  `\\b(?:all['’]\\s*)?(?<opening>inizio|beginning|start|early)${OF}${YEAR}`,
  `${AT}(?<day>\\d{1,2})(?:°|º|st|nd|rd|th)?\\s+(?:(?:di|of)\\s+)?(?<name>${ALONE}|march)\\b`,
  `${AT}(?<name>${ALONE}|march)\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?![.,]?\\d)`,
  `${AT}(?<day>\\d{1,2})/(?<month>\\d{1,2})(?![\\d/])`,
  `${AT}(?<name>${ALONE})\\b`,
  `\\b(?<year>${SPOKEN_YEAR})\\b`,
  `\\b(?<relative>quest['’]anno|this year|mese scorso|scorso mese|last month)\\b`,
].map((form) => new RegExp(form, 'giu'));

/** Of these every form has at least one: most questions name no date, and are searched once. */
const HINT = new RegExp(
  `\\d|duemila|mestre|half|quarter|quest['’]anno|this year|mese|last month|${ALONE}`,
  'iu',
);

/** Every date that is more precise than a year; a bare year may belong to a name or a school year. */
export function writtenDates(text: string): readonly WrittenDate[] {
  if (!HINT.test(text)) return [];
  const known: WrittenDate[] = [];
  for (const form of FORMS) {
    const found = [...text.matchAll(form)].flatMap((match) => dateOf(match) ?? []);
    known.push(...found.filter((each) => !known.some((other) => overlap(each, other))));
  }
  return known;
}

const overlap = (a: WrittenDate, b: WrittenDate) => a.start < b.end && b.start < a.end;

/** Null for a day that does not exist: "20/21" is a school year. */
function dateOf({ index, 0: text, groups = {} }: RegExpMatchArray): WrittenDate | null {
  const start = index ?? 0;
  const span = { start, end: start + text.length };
  if (groups.relative) return { ...span, year: null, month: null, day: null };
  const year = groups.year && yearOf(groups.year) - (groups.opening ? 1 : 0);
  const [day, month] = inOrder(dayOf(groups.day), monthOf(groups));
  if (year && day === 0 && month === 0) return { ...span, year: String(year), month: null, day: null };
  if (month > 12 || day > 31 || month === 0) return null;
  return {
    ...span,
    year: year ? String(year) : null,
    month: twoDigits(month),
    day: day === 0 ? null : twoDigits(day),
  };
}

/** The month comes first in "12/31/2020". */
function inOrder(day: number, month: number): readonly [day: number, month: number] {
  return month > 12 && day <= 12 && day > 0 ? [month, day] : [day, month];
}

function monthOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups.month) return Number(groups.month);
  if (groups.spoken) return SPOKEN_MONTHS.indexOf(groups.spoken.toLowerCase()) + 1;
  if (groups.middle) return 6;
  if (groups.opening) return 12;
  if (groups.which) return ordinalOf(groups.which, lengthOf(groups)) * lengthOf(groups);
  const name = groups.name?.toLowerCase() ?? '';
  return MONTHS.findIndex((names) => names.split('|').includes(name)) + 1;
}

function yearOf(written: string): number {
  const spoken = SPOKEN.indexOf(written.toLowerCase().replace('duemila', '').replace('é', 'e'));
  if (spoken >= 0) return 2010 + spoken;
  return Number(written.length === 4 ? written : `20${written.slice(-2)}`);
}

function dayOf(written = '0'): number {
  return written === 'trenta' ? 30 : written === 'trentuno' ? 31 : Number(written);
}

/** The length of a part of a year, in months. */
function lengthOf({ part, letter }: Readonly<Record<string, string | undefined>>): number {
  if (letter) return letter.toLowerCase() === 'h' ? 6 : 3;
  return /^(?:semestre|half)$/i.test(part ?? '') ? 6 : /^quadri/i.test(part ?? '') ? 4 : 3;
}

const ORDINALS = [
  /^(?:prim|first|1|i$)/i,
  /^(?:second|2|ii$)/i,
  /^(?:terz|third|3|iii$)/i,
  /^(?:quart|fourth|4|iv$)/i,
];

function ordinalOf(which: string, months: number): number {
  const at = ORDINALS.findIndex((ordinal) => ordinal.test(which));
  return at < 0 ? 12 / months : at + 1;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
