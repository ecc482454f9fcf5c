import { list } from '../../locale/format.ts';
import { measureName } from '../../locale/measureName.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Fact, Note } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { capitalised, shortName } from './names.ts';

/** More names than this before a note say less than none. */
const MOST_NAMED = 2;

/** A remark is read in passing: longer than this, only the first sentence of its note is said. */
const LONGEST_REMARK = 120;

/** The notes of these facts in a few words; those that are only a matter of sources are left to the sources. */
export function remarksOf(facts: readonly Fact[], locale: Locale): readonly string[] {
  const notes = [...new Set(facts.flatMap((fact) => fact.notes))];
  return [...new Set(notes.flatMap((note) => remarkOf(note, facts, locale) ?? []))];
}

function remarkOf(note: Note, facts: readonly Fact[], locale: Locale): string | null {
  if (note.detail) return null;
  const about = concerned(facts.filter((fact) => fact.notes.includes(note)));
  const names = new Set(about.map(({ subject }) => shortName(subject, locale)));
  const whose =
    names.size === 1 ? namesOf(about, facts, ({ subject }) => shortName(subject, locale), locale) : '';
  const text = inBrief(note, locale);
  return whose === '' || text.includes(whose) ? text : `${whose}: ${text}`;
}

/** "Esclude 168,5 Mln € di CIGD": a note in its short form or, without one, its first sentence. */
export function inBrief(note: Note, locale: Locale): string {
  const text = (note.brief ?? note)[locale];
  if (text.length <= LONGEST_REMARK) return text;
  const [first = text] = text.split(/(?<=[.;:]) /);
  return first;
}

/** The notes of these facts that the card does not have yet; of several facts, a note names those that it is about. */
export function notesOf(
  facts: readonly Fact[],
  known: ReadonlySet<string>,
  locale: Locale,
): readonly string[] {
  const notes = [...new Set(facts.flatMap((fact) => fact.notes))].filter((note) => !known.has(note[locale]));
  const lines = notes.map((note) => {
    const about = concerned(facts.filter((fact) => fact.notes.includes(note)));
    const whose =
      namesOf(about, facts, ({ subject }) => shortName(subject, locale), locale) ||
      kindOf(about, facts, locale);
    const what = namesOf(
      about,
      facts,
      ({ measure, subject }) => measureName(measure, subject, locale),
      locale,
    );
    const begins = note[locale].toLowerCase().startsWith(what);
    const label = [whose, begins ? '' : what].filter((part) => part !== '').join(', ');
    return label === '' ? note[locale] : `${capitalised(label)}: ${note[locale]}`;
  });
  return [...new Set(lines)];
}

/** A note passes from a figure to those computed from it; where the figure itself is among the facts, the note is about that one. */
function concerned(carrying: readonly Fact[]): readonly Fact[] {
  const own = carrying.filter(({ status }) => status === 'published');
  return own.length > 0 ? own : carrying;
}

/** The kind that all of these facts share where the other facts are of another kind: facts too many to name. */
function kindOf(some: readonly Fact[], all: readonly Fact[], locale: Locale): string {
  const [kind, ...others] = new Set(some.map(({ subject }) => subject.kind));
  const measures = new Set(some.map(({ measure }) => measure));
  const alike = all.filter(({ measure }) => measures.has(measure));
  const alone = others.length === 0 && alike.some(({ subject }) => subject.kind !== kind);
  const { kinds } = phrases[locale];
  return alone && (kind === 'axis' || kind === 'indicator' || kind === 'initiative') ? kinds[kind] : '';
}

/** The names that distinguish some facts from all of them; empty where all have these names, or where there are too many. */
function namesOf(
  some: readonly Fact[],
  all: readonly Fact[],
  nameOf: (fact: Fact) => string,
  locale: Locale,
): string {
  const names = new Set(some.map(nameOf));
  const others = new Set(all.map(nameOf));
  return names.size === others.size || names.size > MOST_NAMED ? '' : list([...names], locale);
}
