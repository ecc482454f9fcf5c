import type { Desk } from '../desk.ts';
import type { Request } from '../request.ts';
import { type Named, type Token, tokens } from '../search/matcher.ts';
import type { Concept } from './concepts.ts';
import { conceptsOf } from './conceptsOf.ts';
import { dated } from './dated.ts';
import { datesAsked } from './dates.ts';
import { decide } from './decide.ts';
import { definitionIn } from './definition.ts';
import { blanked, focus } from './focus.ts';
import { type Before, before, followed, isFollowUp, loneAxis, nameOfYear } from './followUp.ts';
import { type Leftover, leftovers } from './leftover.ts';
import { measuresOf } from './measures.ts';
import { CHANGE } from './meetings.ts';
import type { Reading } from './reading.ts';
import { reverse } from './reverse.ts';
import { MAY_BE_NAMES, positions, type Said, says } from './said.ts';
import { type Spot, spot } from './spot.ts';
import { type NamedSubjects, subjectsIn } from './subjects.ts';
import { type WrittenDate, writtenDates } from './writtenDates.ts';

/** More than this is a text, not a question. */
export const MOST_CHARACTERS = 600;

/**
 * Reads a free question, in Italian or English whatever the person's language, into requests. Never throws.
 * `previous` is what the person asked just before: a question that leaves something out takes it from there.
 */
export function read(desk: Desk, text: string, previous: Request | null = null): Reading {
  if (text.length > MOST_CHARACTERS) return { as: 'too-long' };
  const { text: asked } = focus(desk.lexicon, text);
  const written = writtenDates(asked);
  const said = saidIn(desk, blanked(asked, written, ' '));
  const { measures } = said;
  const early =
    definition(desk, said) ??
    absentIn(desk, said) ??
    ofTheData(desk, said) ??
    (measures.length === 0 ? reverse(desk, said.text) : null);
  return early ?? readFigures(desk, said, { asked, written }, previous && before(desk.dataset, previous));
}

function saidIn(desk: Desk, text: string): Said {
  const words = tokens(text);
  const spots = spot(desk.lexicon, words);
  return { text, tokens: words, spots, measures: measuresOf(conceptsOf(text, words, spots)) };
}

type Written = { readonly asked: string; readonly written: readonly WrittenDate[] };

function readFigures(
  desk: Desk,
  said: Said,
  { asked: text, written }: Written,
  previous: Before | null,
): Reading {
  const found = subjectsIn(desk, said);
  if (found.missing.length > 0) return missing(desk, said, found.missing);
  const named = said.spots.filter(({ concept }) => concept === 'programme');
  const taken = new Set([...found.used, ...named.flatMap(positions)]);
  const asked = datesAsked(desk.dataset, said, written, taken, {
    ofTargets: isOfTargets(said, found),
    ofChanges: says(said, ...CHANGE),
  });
  if ('unknown' in asked)
    return { as: 'unknown-date', text: text.slice(asked.unknown.start, asked.unknown.end) };
  const inNames = new Set(wordsOf(desk, found, said.tokens));
  const free = said.spots.filter((each) => !isPartOfName(each, found.used, inNames));
  const concepts = conceptsOf(said.text, said.tokens, free);
  const rest = leftovers(said, new Set([...found.used, ...asked.used, ...inNames]));
  const now = { ...found, concepts };
  const whole = previous ? withPrevious(desk, said, previous, now, rest, asked.dates.length > 0) : now;
  const understood = { desk, concepts: whole.concepts, measures: measuresOf(whole.concepts) };
  const reading = decide(understood, whole, rest, said.text);
  const latest = whole.concepts.includes('latest');
  return dated(desk.dataset, reading, { dates: asked.dates, since: asked.since, latest });
}

type Now = NamedSubjects & { readonly concepts: readonly Concept[] };

/** What is left out of a question comes from the one before, unless a word may name something new. */
function withPrevious(
  desk: Desk,
  said: Said,
  previous: Before,
  now: Now,
  rest: readonly Leftover[],
  dated: boolean,
): Now {
  const meant = now.subjects.length > 0 ? now : meantBy(desk, said, previous, now.concepts);
  const { subjects: numbered, concepts } = meant;
  const hasMeasure = measuresOf(concepts).length > 0;
  const strange = numbered.length === 0 && rest.some(({ names }) => names);
  const nothing = numbered.length === 0 && concepts.length === 0 && !dated;
  const follows = isFollowUp(said.tokens, { hasSubject: numbered.length > 0, hasMeasure });
  const ofProgramme = measuresOf(concepts).includes('selected-operations');
  if (!follows || strange || nothing || ofProgramme || now.rivals.length > 0) return now;
  return { ...now, ...followed(previous, meant) };
}

/** What only makes sense after the question before: "e il IV?", "e il 21/22?", "and the one for the elderly?". */
function meantBy(desk: Desk, said: Said, previous: Before, concepts: readonly Concept[]) {
  const axes = loneAxis(desk.dataset, previous, said.tokens);
  if (axes.length > 0 || previous.subjects[0]?.kind !== 'initiative') return { subjects: axes, concepts };
  const dated = nameOfYear(previous, said.tokens);
  const text = dated ?? said.text;
  const spots = dated === null ? said.spots.filter(({ concept }) => !MAY_BE_NAMES.test(concept)) : [];
  const { subjects } = subjectsIn(desk, { text, tokens: tokens(text), spots, measures: [] });
  const named = subjects.length > 0 ? concepts.filter((concept) => !MAY_BE_NAMES.test(concept)) : concepts;
  return { subjects, concepts: named };
}

/** The words of a question that stand in the names of what was found: none of them is left over. */
function wordsOf(
  { names }: Desk,
  { subjects, rivals }: NamedSubjects,
  said: readonly Token[],
): readonly number[] {
  const ids = new Set([...subjects, ...rivals].map(({ id }) => id));
  const called = names.named.filter(({ id }) => ids.has(id)).flatMap((named) => named.names);
  const terms = new Set(called.flatMap((name) => tokens(name)).map(({ term }) => term));
  return said.flatMap(({ term }, at) => (terms.has(term) ? [at] : []));
}

/** A word that a name and a measure share belongs to the name: "progetto" in "progetto Lombardia Europa". */
function isPartOfName(each: Spot, used: ReadonlySet<number>, inNames: ReadonlySet<number>): boolean {
  const at = positions(each);
  return (
    at.every((index) => used.has(index)) ||
    (MAY_BE_NAMES.test(each.concept) && at.every((index) => inNames.has(index)))
  );
}

function isOfTargets({ measures }: Said, { subjects }: NamedSubjects): boolean {
  const asked = measures.filter((measure) => measure !== 'value');
  return (
    asked.every((measure) => measure === 'target' || measure === 'gap') ||
    subjects.some(({ kind }) => kind === 'indicator')
  );
}

function definition(desk: Desk, said: Said): Reading | null {
  const wanted = definitionIn(desk, said);
  return wanted && { as: 'requests', wanted: [wanted], setAside: [] };
}

/** "quando sono stati aggiornati i dati?": of the dataset itself, unless something of it is named. */
function ofTheData(desk: Desk, said: Said): Reading | null {
  const asked = said.spots.some(({ concept }) => concept === 'command:dataset');
  if (!asked || said.measures.length > 0 || subjectsIn(desk, said).subjects.length > 0) return null;
  return { as: 'requests', wanted: [{ command: 'dataset', options: {} }], setAside: [] };
}

function absentIn({ dataset }: Desk, { spots, measures }: Said): Reading | null {
  const said = dataset.programme.absent.filter(({ id }) =>
    spots.some(({ concept }) => concept === `absent:${id}`),
  );
  const topic = said.find(({ yields }) => !yields || measures.length === 0);
  return topic ? { as: 'absent', topic } : null;
}

/** "Axis 6", "sesto asse", but not the "e 6" of a list. */
const OWN_WORDS = /^\p{L}{2,}\s.*[\p{L}\p{N}]$/u;

/** "asse 6": a thing of a known kind that does not exist; the ones that do are named. */
function missing({ names }: Desk, { text, tokens }: Said, terms: readonly string[]): Reading {
  const [kind, code] = (terms[0] ?? '').split(':');
  const { start, end } = tokens.find(({ term }) => term === terms[0]) ?? { start: 0, end: 0 };
  const own = text.slice(start, end);
  const nearest: readonly Named[] = names.named.filter(
    (named) => named.kind === (kind === 'pi' ? 'priority' : 'axis'),
  );
  const asked = OWN_WORDS.test(own) ? own : `${kind === 'pi' ? 'PI' : 'asse'} ${code}`;
  return { as: 'unknown-subject', text: asked, nearest, whole: null };
}
