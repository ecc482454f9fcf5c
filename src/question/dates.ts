import type { Dataset } from '../programme/dataset.ts';
import type { Token } from '../search/matcher.ts';

/** The reporting date that a question asks for; `used` are the tokens that say it. */
export type Asked =
  | { readonly date: string | null; readonly used: readonly number[] }
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

/** A year, or a month of a year, that is not part of a name; where the talk is of targets, their year is no date. */
export function dateIn(
  dataset: Dataset,
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  ofTargets: boolean,
): Asked {
  const at = tokens.findIndex(({ term }, index) => YEAR.test(term) && !taken.has(index));
  const year = tokens[at]?.term;
  if (year === undefined || (ofTargets && isTargetYear(dataset, year)))
    return { date: null, used: at < 0 ? [] : [at] };
  const month = monthBefore(tokens, at);
  const wanted = month === null ? year : `${year}-${month}`;
  const snapshot = dataset.snapshots.findLast(({ date }) => date.startsWith(wanted));
  if (!snapshot) return { unknown: month === null ? year : `${month}/${year}` };
  return { date: snapshot === dataset.latest ? null : snapshot.date, used: [at] };
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
