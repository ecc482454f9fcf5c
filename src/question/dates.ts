import type { Dataset, Snapshot } from '../programme/dataset.ts';
import { type Token, tokens as tokenise } from '../search/matcher.ts';
import type { WrittenDate } from './writtenDates.ts';

/**
 * The reporting dates that a question asks for, from the oldest, each once; `used` are the tokens that say them.
 * `since` where a single one is what the rest is measured from: "dal 2019", "rispetto al 2019". Any other single one
 * that is the newest full date is left out: it is what everybody gets.
 */
export type Asked =
  | { readonly dates: readonly string[]; readonly since: boolean; readonly used: readonly number[] }
  | { readonly unknown: { readonly start: number; readonly end: number } };

const DATES = new Set('fine nel al dicembre 12 anno year december by in at of end del'.split(' '));
const YEAR = /^(?:19|20)\d\d$/;
/** "2019", and "2019 2020" or "2019-2020", which are one token. */
const RANGE = /^\d{4}[\s–-]+\d{4}$/;
const YEARS = /^(?:19|20)\d\d(?:\/(?:19|20)\d\d)?$/;

/**
 * The `written` dates, which are blank in the text of the tokens, and years that are not part of a name or the
 * programme's own; where the talk is of targets, their year is no date.
 */
export function datesAsked(
  dataset: Dataset,
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
  written: readonly WrittenDate[],
  taken: ReadonlySet<number>,
  { ofTargets, ofChanges }: { readonly ofTargets: boolean; readonly ofChanges: boolean },
): Asked {
  const period = tokensOf(dataset.programme.name.it);
  const years = tokens.flatMap(({ term, start, end }, at) =>
    isYears(term, text.slice(start, end), ofChanges) && !taken.has(at) && !period.includes(term)
      ? term.split('/').map((year) => ({ start, end, year, month: null, day: null, at }))
      : [],
  );
  const said = [...written.map((each) => ({ ...each, at: tokenAfter(tokens, each.start) })), ...years];
  const meant = said.filter(({ year }) => !(ofTargets && year !== null && isTargetYear(dataset, year)));
  const found = meant.map((each) => {
    const relation = relationOf(text, tokens, each.at);
    return { ...each, relation, snapshot: snapshotOf(dataset, each, relation === 'before') };
  });
  const unknown = found.find(({ snapshot }) => !snapshot);
  if (unknown) return { unknown };
  const dates = [...new Set(found.flatMap(({ snapshot }) => snapshot?.date ?? []))].sort();
  const since = dates.length === 1 && found.some(({ relation }) => relation === 'since');
  const usual = dates.length === 1 && !since && dates[0] === dataset.latest.date;
  const whole = tokens.flatMap(({ term }, at) => (period.includes(term) && YEARS.test(term) ? [at] : []));
  return { dates: usual ? [] : dates, since, used: [...years.map(({ at }) => at), ...whole] };
}

function tokenAfter(tokens: readonly Token[], start: number): number {
  const at = tokens.findIndex((token) => token.start >= start);
  return at < 0 ? tokens.length : at;
}

type Day = Pick<WrittenDate, 'year' | 'month' | 'day'>;

/** The newest snapshot of a year, of a month or of a day; or the last one before it. */
export function snapshotOf(
  { snapshots, latest }: Dataset,
  { year, month, day }: Day,
  before = false,
): Snapshot | undefined {
  if (year === null && month === null) return undefined;
  const wanted = [year, month, day].filter((part) => part !== null).join('-');
  if (year !== null && before) return snapshots.findLast(({ date }) => date < wanted);
  if (year !== null) return snapshots.findLast(({ date }) => date.startsWith(wanted));
  const fits = ({ date }: Snapshot) => date.slice('YYYY-'.length).startsWith(wanted);
  return fits(latest) ? latest : snapshots.findLast(fits);
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
function relationOf(text: string, tokens: readonly Token[], date: number): 'at' | 'since' | 'before' {
  const word = (at: number) => wordAt(text, tokens, at);
  let at = date - 1;
  while (BETWEEN.has(word(at))) at -= 1;
  if (BEFORE.has(word(at))) return 'before';
  const both = [word(at - 1), word(at - 2)].some((each) => BEFORE.has(each));
  return SINCE.has(word(at)) && !both ? 'since' : 'at';
}

/** As it is written: "prima" is the number one as well. */
function wordAt(text: string, tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token ? text.slice(token.start, token.end).toLowerCase() : '';
}

/** "2019", "2019 2020" and "2019-2020"; "2019/2020" and "19/20" are years of school, but where a change is asked for. */
function isYears(term: string, written: string, ofChanges: boolean): boolean {
  return YEAR.test(term) || (YEARS.test(term) && (ofChanges || RANGE.test(written)));
}

function tokensOf(text: string): readonly string[] {
  return tokenise(text).map(({ term }) => term);
}

function isTargetYear({ programme, snapshots }: Dataset, year: string): boolean {
  const target = programme.indicators.some(({ targetYear }) => String(targetYear) === year);
  return target && !snapshots.some(({ date }) => date.startsWith(year));
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
