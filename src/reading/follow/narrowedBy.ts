import type { Subject } from '../../model/dataset.ts';
import type { Known } from '../../question/known.ts';
import { belongsTo } from '../meaning/belongsTo.ts';
import { type Item, only, says, thingsIn } from '../meaning/item.ts';
import { holdsYear } from '../meaning/rivals.ts';

/** "Quello della 10.iv", "il 19/20": of the previous things, or their namesakes, those of the priority, axis or year now named. */
export function narrowedBy(
  { dataset }: Known,
  now: readonly Item[],
  before: readonly Item[],
): readonly Item[] {
  const shown = thingsIn(before);
  const wholes = thingsIn(now).filter(({ kind }) => kind === 'priority' || kind === 'axis');
  const like = [...dataset.subjects.values()].filter((each) =>
    shown.some((one) => one !== each && isNamesake(one, each)),
  );
  const years = only(now, 'date').map(({ date }) => date.slice(0, 'YYYY'.length));
  const [printed = ''] = shown.map(({ record }) => ('printed' in record ? record.printed : ''));
  const shift = says(now, 'next-year') ? 1 : says(now, 'year-ago') ? -1 : 0;
  const next = shift === 0 ? null : String(firstYear(printed) + shift);
  const isOf = (one: Subject) =>
    (next !== null && one.kind === 'initiative' && String(firstYear(one.record.printed)) === next) ||
    wholes.some((whole) => belongsTo(one, whole)) ||
    (years.length > 0 && years.every((year) => holdsYear(one, year)));
  const found = [shown, like].map((all) => all.filter(isOf));
  const [own = [], others = []] = found;
  const subjects = own.length > 0 && own.length < shown.length ? own : others;
  return subjects.length === 0 || shown.every(({ kind }) => kind === 'axis')
    ? []
    : [{ is: 'thing', subjects, how: 'notation', words: '', old: true }];
}

/** "A.F. 20/21", "2020/2021": the first of the years in a name; NaN where it has none. */
function firstYear(printed: string): number {
  const [, year = 'x'] = /(?:20)?(1[4-9]|2\d)[/-]/.exec(printed) ?? [];
  return Number(`20${year}`);
}

/** Whether two things share a code, or a name apart from its years. */
function isNamesake(one: Subject, other: Subject): boolean {
  if (one.kind === 'indicator' && other.kind === 'indicator')
    return one.record.code !== null && one.record.code === other.record.code;
  if (one.kind !== 'initiative' || other.kind !== 'initiative') return false;
  const [a, b] = [one, other].map(({ record }) => record.printed.replace(/[\d/\s]+/g, ' ').toLowerCase());
  return a === b;
}
