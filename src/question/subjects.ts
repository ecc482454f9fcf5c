import type { Desk } from '../desk.ts';
import type { Subject } from '../programme/dataset.ts';
import { isMoney, type Measure } from '../programme/measures.ts';
import { exactNamesIn } from './exactNames.ts';
import { measuresOf } from './measures.ts';
import { type Names, NO_NAMES, namesIn, wholeNames } from './names.ts';
import { loneNumber, notationIn } from './notation.ts';
import { answers } from './plausible.ts';
import { isOfGroup, positions, type Said, says } from './said.ts';

/** The things that a question is about; `missing` are notations of things that do not exist, such as `axis:6`. */
export type NamedSubjects = Names & { readonly missing: readonly string[] };

/** Notation first ("asse 2", "PI 9.iv"), then names in the words that nothing else explains. */
export function subjectsIn(desk: Desk, said: Said): NamedSubjects {
  const notation = notationIn(desk.dataset, said.tokens);
  const kinds = kindsOf(said, notation.subjects);
  const names =
    kinds.length === 0 ? NO_NAMES : plausibleNames(desk, said, kinds, notation.subjects.length > 0);
  const rivals = narrowed(desk, said, names.rivals, notation.subjects);
  const settled = rivals.length === 1 ? rivals : [];
  const named = [...new Set([...notation.subjects, ...names.subjects, ...settled])];
  const nothing = named.length === 0 && rivals.length === 0 && said.measures.length > 0;
  return {
    subjects: nothing ? loneNumber(desk.dataset, said) : named,
    rivals: settled.length > 0 ? [] : rivals,
    missing: notation.missing,
    used: new Set([...notation.used, ...names.used]),
    nearest: names.nearest,
  };
}

const KINDS = ['axis', 'priority', 'funding-source', 'indicator', 'initiative'];

/** "Indicatore inclusione" looks among indicators; "tutti gli assi" names enough. */
function kindsOf(said: Said, notation: readonly Subject[]): readonly string[] {
  if (says(said, 'each-axis', 'each-source')) return [];
  if (isOfGroup(said) && !says(said, 'amount')) return ['axis'];
  if (says(said, 'result')) return ['indicator', 'axis', 'priority'];
  if (says(said, 'command:initiative')) return ['initiative', 'axis', 'priority'];
  return notation.some(({ kind }) => kind === 'priority') ? ['initiative', 'indicator'] : KINDS;
}

/** Rivals that belong to what the notation names ("OI Bollate PI 9.iv"), and of which there is such a figure. */
function narrowed(
  desk: Desk,
  { measures }: Said,
  rivals: readonly Subject[],
  notation: readonly Subject[],
): readonly Subject[] {
  const ids = new Set(notation.map(({ id }) => id));
  const own = notation.length === 0 ? rivals : rivals.filter((rival) => belongsTo(rival, ids));
  const able = own.filter((rival) => answers(desk, rival, measures));
  return able.length > 0 ? able : own;
}

function belongsTo(subject: Subject, ids: ReadonlySet<string>): boolean {
  if (subject.kind !== 'initiative' && subject.kind !== 'indicator') return false;
  const { axis, priority } = subject.record;
  return ids.has(axis) || (priority !== null && ids.has(priority));
}

function plausibleNames(desk: Desk, said: Said, kinds: readonly string[], named: boolean): Names {
  return withoutChance(desk, said, spelledOut(desk, said, namesIn(desk, said, kinds, named)));
}

/** A whole name of two words or more is meant, even where its words mean something else too: "contributo FSE". */
function spelledOut(desk: Desk, { tokens, spots }: Said, names: Names): Names {
  const phrases = spots.filter(({ concept, from, to }) => to - from > 1 && concept.startsWith('measure:'));
  const whole = wholeNames(
    desk,
    tokens,
    new Set(),
    KINDS,
    ({ words, from, to }) => words > 1 && !phrases.some((phrase) => phrase.from <= from && to <= phrase.to),
  );
  const more = [...whole.used].some((at) => !names.used.has(at));
  return whole.subjects.length > 0 && more ? whole : names;
}

/**
 * What is not a whole name is chance where the whole programme is named; so is a name without such a figure where a
 * group of people is asked for, and an indicator's where money is.
 */
function withoutChance(desk: Desk, question: Said, names: Names): Names {
  const said = besides(question, names);
  const all = [...names.subjects, ...names.rivals];
  const able = all.some((subject) => answers(desk, subject, said.measures));
  const whole = names.subjects.length > 0 && names.subjects.every((subject) => isWhole(desk, said, subject));
  const ofMoney =
    !able && all.some(({ kind }) => kind === 'indicator') && said.measures.some(isNeverOfIndicators);
  const ofPriority = !whole && all.some(({ kind }) => kind === 'priority') && said.measures.length > 0;
  const chance = ofMoney || ofPriority || (!whole && (says(said, 'programme') || (!able && isOfGroup(said))));
  return chance ? { ...NO_NAMES, nearest: names.nearest } : names;
}

/** The question without the words that are the name's own: "impegnati" in an indicator's name asks for no money. */
function besides(said: Said, { used }: Names): Said {
  const spots = said.spots.filter((each) => !positions(each).every((at) => used.has(at)));
  return { ...said, spots, measures: measuresOf(spots.map(({ concept }) => concept)) };
}

/** Money, projects, operations: what no indicator counts. */
function isNeverOfIndicators(measure: Measure): boolean {
  return isMoney(measure) || measure === 'selected-operations' || measure === 'projects';
}

function isWhole(desk: Desk, { tokens }: Said, subject: Subject): boolean {
  return exactNamesIn(desk.lexicon.names, tokens, (id) => id === subject.id).length > 0;
}
