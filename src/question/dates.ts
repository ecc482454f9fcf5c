import type { Dataset } from '../programme/dataset.ts';
import { type Token, tokens as tokenise } from '../search/matcher.ts';

/**
 * The reporting dates that a question asks for, from the oldest, each once; `used` are the tokens that say them.
 * A single one that is the newest full date is left out: it is what everybody gets.
 */
export type Asked =
  | { readonly dates: readonly string[]; readonly used: readonly number[] }
  | { readonly unknown: string };

const MONTHS = [
  ['gennaio', 'january'],
  ['febbraio', 'february'],
  ['marzo', 'march'],
  ['aprile', 'april'],
  ['maggio', 'may'],
  ['giugno', 'june'],
  ['luglio', 'july'],
  ['agosto', 'august'],
  ['settembre', 'september'],
  ['ottobre', 'october'],
  ['novembre', 'november'],
  ['dicembre', 'december'],
] as const;
const DATES = new Set('fine nel al dicembre 12 anno year december by in at of end del'.split(' '));
const YEAR = /^(?:19|20)\d\d$/;
/** "2019", and "2019 2020" or "2019-2020", which are one token. */
const RANGE = /^\d{4}[\s–-]+\d{4}$/;
const YEARS = /^(?:19|20)\d\d(?:\/(?:19|20)\d\d)?$/;

/** Years, or months of years, that are not part of a name or the programme's own; where the talk is of targets, their year is no date. */
export function datesAsked(
  dataset: Dataset,
  text: string,
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  ofTargets: boolean,
): Asked {
  const period = tokensOf(dataset.programme.name.it);
  const said = tokens.flatMap(({ term, start, end }, at) =>
    isYears(term, text.slice(start, end)) && !taken.has(at) && !period.includes(term)
      ? [{ years: term.split('/'), at }]
      : [],
  );
  const meant = said.flatMap(({ years, at }) => years.map((year) => ({ year, at })));
  const found = meant
    .filter(({ year }) => !(ofTargets && isTargetYear(dataset, year)))
    .map(({ year, at }) => dateIn(dataset, year, monthBefore(tokens, at)));
  const unknown = found.find((each) => 'unknown' in each);
  if (unknown) return unknown;
  const dates = [...new Set(found.flatMap((each) => ('date' in each ? [each.date] : [])))].sort();
  const usual = dates.length === 1 && dates[0] === dataset.latest.date;
  const whole = tokens.flatMap(({ term }, at) => (period.includes(term) && YEARS.test(term) ? [at] : []));
  return { dates: usual ? [] : dates, used: [...said.map(({ at }) => at), ...whole] };
}

/** "2019", "2019 2020" and "2019-2020"; "2019/2020" and "19/20" are years of school. */
function isYears(term: string, written: string): boolean {
  return YEAR.test(term) || (YEARS.test(term) && RANGE.test(written));
}

function tokensOf(text: string): readonly string[] {
  return tokenise(text).map(({ term }) => term);
}

function dateIn(
  { snapshots }: Dataset,
  year: string,
  month: string | null,
): { readonly date: string } | { readonly unknown: string } {
  const wanted = month === null ? year : `${year}-${month}`;
  const snapshot = snapshots.findLast(({ date }) => date.startsWith(wanted));
  return snapshot ? { date: snapshot.date } : { unknown: month === null ? year : `${month}/${year}` };
}

function isTargetYear({ programme, snapshots }: Dataset, year: string): boolean {
  const target = programme.indicators.some(({ targetYear }) => String(targetYear) === year);
  return target && !snapshots.some(({ date }) => date.startsWith(year));
}

/** "30 giugno 2020", "30/06/2020" → "06". */
function monthBefore(tokens: readonly Token[], at: number): string | null {
  const [day, before] = [tokens[at - 2]?.term ?? '', tokens[at - 1]?.term ?? ''];
  const named = MONTHS.findIndex((names) => names.some((name) => name === before));
  if (named >= 0) return String(named + 1).padStart(2, '0');
  return /^\d{1,2}$/.test(day) && /^(?:0?[1-9]|1[0-2])$/.test(before) ? before.padStart(2, '0') : null;
}

/** "Fine 2020", "nel 2020": words of a reporting date, which no name should be looked for with. */
export function datesIn({ snapshots }: Dataset, tokens: readonly Token[]): readonly string[] {
  const dated = (term: string) => YEAR.test(term) && snapshots.some(({ date }) => date.startsWith(term));
  return tokens.flatMap(({ term }, at) => {
    const before = tokens[at - 1]?.term ?? '';
    const further = tokens[at - 2]?.term ?? '';
    return dated(term) && DATES.has(before) ? [before, term, ...(DATES.has(further) ? [further] : [])] : [];
  });
}
