import { list } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { capitalised, shortName } from './names.ts';

/** More names than this before a note say less than none. */
const MOST_NAMED = 2;

/** What a careful reader must know of these facts and is not `said`; of several, a note names those it is about. */
export function notesOf(
  facts: readonly Fact[],
  said: ReadonlySet<string>,
  locale: Locale,
): readonly string[] {
  const notes = [...new Set(facts.flatMap((fact) => fact.notes))].filter((note) => !said.has(note[locale]));
  const lines = notes.map((note) => {
    const about = concerned(facts.filter((fact) => fact.notes.includes(note)));
    const whose =
      told(about, facts, ({ subject }) => shortName(subject, locale), locale) || kindOf(about, facts, locale);
    const what = told(about, facts, ({ measure, subject }) => measureName(measure, subject, locale), locale);
    const says = note[locale].toLowerCase().startsWith(what);
    const label = [whose, says ? '' : what].filter((part) => part !== '').join(', ');
    return label === '' ? note[locale] : `${capitalised(label)}: ${note[locale]}`;
  });
  return [...new Set(lines)];
}

/** A figure hands its note on to what is computed from it, and is meant itself where it is there. */
function concerned(carrying: readonly Fact[]): readonly Fact[] {
  const own = carrying.filter(({ status }) => status === 'published');
  return own.length > 0 ? own : carrying;
}

/** Too many to name may all be of one kind, and the others not. */
function kindOf(some: readonly Fact[], all: readonly Fact[], locale: Locale): string {
  const [kind, ...others] = new Set(some.map(({ subject }) => subject.kind));
  const measures = new Set(some.map(({ measure }) => measure));
  const alike = all.filter(({ measure }) => measures.has(measure));
  const alone = others.length === 0 && alike.some(({ subject }) => subject.kind !== kind);
  const { kinds } = phrases[locale];
  return alone && (kind === 'axis' || kind === 'indicator' || kind === 'initiative') ? kinds[kind] : '';
}

/** The names that tell some facts from all; empty where all have them, or too many. */
function told(
  some: readonly Fact[],
  all: readonly Fact[],
  nameOf: (fact: Fact) => string,
  locale: Locale,
): string {
  const names = new Set(some.map(nameOf));
  const others = new Set(all.map(nameOf));
  return names.size === others.size || names.size > MOST_NAMED ? '' : list([...names], locale);
}
