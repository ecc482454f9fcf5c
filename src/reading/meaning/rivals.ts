import { lookup } from '../../figures/lookup.ts';
import type { Subject } from '../../model/dataset.ts';
import type { Known } from '../../question/known.ts';
import { belongsTo } from './belongsTo.ts';
import { type Item, type ItemOf, only } from './item.ts';

/** Up to this many things of one kind are answered together on one card. */
const ANSWERED_TOGETHER = 3;

/** Items with ambiguous names narrowed to the things that fit the other names and have the figure. */
export function narrowed(known: Known, named: readonly Item[]): readonly Item[] {
  const items = narrowedByYears(named);
  return items.map((item) => {
    if (item.is !== 'thing' || item.subjects.length < 2 || item.how === 'notation') return item;
    const others = only(items, 'thing')
      .filter((other) => other !== item)
      .flatMap(({ subjects }) => subjects);
    const same = item.subjects.filter((subject) => others.includes(subject));
    if (same.length > 0) return { ...item, subjects: same };
    const own = item.subjects.filter((subject) => others.some((other) => belongsTo(subject, other)));
    const near = own.length > 0 ? own : item.subjects;
    const able = near.filter((subject) => hasAny(known, subject, items));
    return { ...item, subjects: able.length > 0 ? able : near };
  });
}

/** "IFTS 20/21": the years of a name distinguish its namesakes. */
function narrowedByYears(items: readonly Item[]): readonly Item[] {
  const years = only(items, 'date').map(({ date }) => date.slice(0, YEAR));
  if (years.length === 0) return items;
  const used = new Set<Item>();
  const narrowed = items.map((item) => {
    if (item.is !== 'thing') return item;
    const own = item.subjects.filter(
      (subject) => 'printed' in subject.record && years.every((year) => holdsYear(subject, year)),
    );
    if (own.length === 0 || (own.length === item.subjects.length && own.length > 1)) return item;
    for (const date of only(items, 'date')) used.add(date);
    return { ...item, subjects: own };
  });
  return narrowed.filter((item) => !used.has(item));
}

const YEAR = 'YYYY'.length;

/** Whether a printed name contains a year, in full or short: "A.F. 19/20", "2019/2020". */
export function holdsYear(subject: Subject, year: string): boolean {
  const printed = 'printed' in subject.record ? subject.record.printed : '';
  return new RegExp(`(?:^|\\D)(?:20)?${year.slice(2)}(?:\\D|$)`).test(printed);
}

function hasAny({ dataset }: Known, subject: Subject, items: readonly Item[]): boolean {
  const measures = only(items, 'measure').map(({ measure }) => measure);
  const shelf = { dataset, snapshot: dataset.latest };
  return measures.length === 0 || measures.some((measure) => lookup(shelf, subject, measure).length > 0);
}

/** The first ambiguous name; null where every name is resolved. */
export function inDoubt(items: readonly Item[]): ItemOf<'thing'> | null {
  return (
    only(items, 'thing').find(
      ({ subjects, how }) =>
        how !== 'notation' &&
        subjects.length > 1 &&
        (subjects.length > ANSWERED_TOGETHER || subjects.some(({ kind }) => kind !== subjects[0]?.kind)),
    ) ?? null
  );
}
