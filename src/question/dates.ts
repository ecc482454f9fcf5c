import type { Dataset } from '../programme/dataset.ts';
import { type Token, tokens as tokenise } from '../search/matcher.ts';

/**
 * The reporting dates that a question asks for, from the oldest, each once; `used` are the tokens that say them.
 * `since` where a single one is what the rest is measured from: "dal 2019", "rispetto al 2019". Any other single one
 * that is the newest full date is left out: it is what everybody gets.
 */
export type Asked =
  | { readonly dates: readonly string[]; readonly since: boolean; readonly used: readonly number[] }
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
  { ofTargets, ofChanges }: { readonly ofTargets: boolean; readonly ofChanges: boolean },
): Asked {
  const period = tokensOf(dataset.programme.name.it);
  const said = tokens.flatMap(({ term, start, end }, at) =>
    isYears(term, text.slice(start, end), ofChanges) && !taken.has(at) && !period.includes(term)
      ? [{ years: term.split('/'), at }]
      : [],
  );
  const meant = said.flatMap(({ years, at }) => years.map((year) => ({ year, at })));
  const dated = meant.filter(({ year }) => !(ofTargets && isTargetYear(dataset, year)));
  const relations = dated.map(({ at }) => relationOf(text, tokens, at));
  const found = dated.map(({ year, at }, index) =>
    relations[index] === 'before'
      ? dateBefore(dataset, year)
      : dateIn(dataset, year, monthBefore(tokens, at)),
  );
  const unknown = found.find((each) => 'unknown' in each);
  if (unknown) return unknown;
  const dates = [...new Set(found.flatMap((each) => ('date' in each ? [each.date] : [])))].sort();
  const since = dates.length === 1 && relations.includes('since');
  const usual = dates.length === 1 && !since && dates[0] === dataset.latest.date;
  const whole = tokens.flatMap(({ term }, at) => (period.includes(term) && YEARS.test(term) ? [at] : []));
  const used = [...said.flatMap(({ at }) => dateTokens(text, tokens, at)), ...whole];
  return { dates: usual ? [] : dates, since, used };
}

const SINCE = new Set(
  'dal dall dalla da since from dopo after rispetto confronto compared vs versus'.split(' '),
);
const BEFORE = new Set('prima before'.split(' '));
/** May stand between those words and the year: "rispetto a fine 2019", "since the end of 2018", "dal 31/12/2019". */
const BETWEEN = new Set(
  'a al alla il lo l la di del dell della con the of to with end fine anno year close chiusura'.split(' '),
);

/** "Prima e dopo il 2020" is neither: it asks what 2020 changed. */
function relationOf(text: string, tokens: readonly Token[], year: number): 'at' | 'since' | 'before' {
  const word = (at: number) => wordAt(text, tokens, at);
  let at = year - 1;
  while (BETWEEN.has(word(at)) || isOfDay(word(at))) at -= 1;
  if (BEFORE.has(word(at))) return 'before';
  const both = [word(at - 1), word(at - 2)].some((each) => BEFORE.has(each));
  return SINCE.has(word(at)) && !both ? 'since' : 'at';
}

/** As it is written: "prima" is the number one as well. */
function wordAt(text: string, tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token ? text.slice(token.start, token.end).toLowerCase() : '';
}

/** The year with its day and month, before or after it. */
function dateTokens(text: string, tokens: readonly Token[], year: number): readonly number[] {
  const near = (step: 1 | -1) =>
    [year + step, year + 2 * step].filter((_, at, all) =>
      all.slice(0, at + 1).every((each) => isOfDay(wordAt(text, tokens, each))),
    );
  return [...near(-1), year, ...near(1)];
}

function isOfDay(word: string): boolean {
  return /^\d{1,2}$/.test(word) || MONTHS.some((names) => names.some((name) => name === word));
}

function dateBefore(
  { snapshots }: Dataset,
  year: string,
): { readonly date: string } | { readonly unknown: string } {
  const snapshot = snapshots.findLast(({ date }) => date < year);
  return snapshot ? { date: snapshot.date } : { unknown: `< ${year}` };
}

/** "2019", "2019 2020" and "2019-2020"; "2019/2020" and "19/20" are years of school, but where a change is asked for. */
function isYears(term: string, written: string, ofChanges: boolean): boolean {
  return YEAR.test(term) || (YEARS.test(term) && (ofChanges || RANGE.test(written)));
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
