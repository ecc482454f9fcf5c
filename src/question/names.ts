import type { Desk } from '../desk.ts';
import type { Subject } from '../programme/dataset.ts';
import { everyday } from '../search/everyday.ts';
import { type Match, match, type Named, type Token } from '../search/matcher.ts';
import { datesIn } from './dates.ts';
import { exactNamesIn } from './exactNames.ts';
import { answers, likeliest } from './plausible.ts';
import { isOnlyOfPeople, MAY_BE_NAMES, positions, type Said, says } from './said.ts';
import { spelled } from './spelling.ts';
import type { Spot } from './spot.ts';

/** Things found by their names; `used` are the tokens that name them, `nearest` what came near instead. */
export type Names = {
  readonly subjects: readonly Subject[];
  /** Several things of which only one may be meant. */
  readonly rivals: readonly Subject[];
  readonly used: ReadonlySet<number>;
  readonly nearest: readonly Named[];
};

export const NO_NAMES: Names = { subjects: [], rivals: [], used: new Set(), nearest: [] };

const MOST_NAMES = 4;

/** First in the words that are nothing but a name, then in those as well that could be part of one. */
export function namesIn(desk: Desk, said: Said, kinds: readonly string[], named: boolean): Names {
  const { inNames } = desk.lexicon;
  const dates = datesIn(desk.dataset, said.tokens);
  const pronouns = pronounsIn(said);
  const known = (keep: (spot: Spot, term: string) => boolean) =>
    new Set([...termsOf(said, keep), ...dates, ...pronouns]);
  const firm = known(
    (spot, term) => spot.concept !== 'filler' || spot.to - spot.from > 1 || !inNames.has(term),
  );
  const strict = eachName(desk, said, firm, kinds);
  if (named || isSomething(strict) || isOnlyOfPeople(said)) return strict;
  const loose = eachName(
    desk,
    said,
    known(({ concept }, term) => !inNames.has(term) || !MAY_BE_NAMES.test(concept)),
    kinds,
  );
  return isSomething(loose) ? loose : { ...strict, nearest: loose.nearest };
}

/** "Its budget": a pronoun, where a school of that name is written ITS or with a year. */
function pronounsIn({ text, tokens }: Said): readonly string[] {
  return tokens.flatMap(({ term, start, end }, at) => {
    const lower = term === 'its' && text.slice(start, end) === 'its';
    return lower && ENGLISH.test(text) && !/\d/.test(tokens[at + 1]?.term ?? '') ? [term] : [];
  });
}

const ENGLISH = /\b(?:the|how|what|is|of|has|against)\b/i;

function termsOf({ spots, tokens }: Said, keep: (spot: Spot, term: string) => boolean): readonly string[] {
  return spots.flatMap((spot) =>
    tokens
      .slice(spot.from, spot.to)
      .map(({ term }) => term)
      .filter((term) => keep(spot, term)),
  );
}

const isSomething = ({ subjects, rivals }: Names) => subjects.length + rivals.length > 0;

/** One name after the other: what found one explains is known when the next is looked for. */
function eachName(desk: Desk, said: Said, known: ReadonlySet<string>, kinds: readonly string[]): Names {
  const { text, tokens } = said;
  const understood = new Set([...known, ...tokens.map(({ term }) => term).filter(isNotation)]);
  const subjects: Subject[] = [];
  const used = new Set<number>();
  for (let round = 0; round < MOST_NAMES; round++) {
    const found = match(desk.names, text, { kinds, known: understood });
    const spoken = isSomething(wholeNames(desk, tokens, understood, kinds));
    if (found.outcome !== 'none' && (namesNothing(found, said, spoken) || isTalk(found, said))) break;
    const subject = found.best && desk.dataset.subjects.get(found.best.id);
    if (!subject && subjects.length > 0) break;
    if (!subject) return byExactName(desk, said, understood, kinds, found);
    const better = answers(desk, subject, said.measures)
      ? null
      : byWholeNames(desk, said, understood, kinds, found.used);
    if (better) return better;
    subjects.push(subject);
    for (const at of found.used) {
      used.add(at);
      understood.add(tokens[at]?.term ?? '');
    }
    if (!isList(tokens)) break;
  }
  const names = { subjects, rivals: [], used, nearest: [] };
  return subjects.length > 0 && isList(tokens) ? withListed(desk, said, understood, names) : names;
}

const isNotation = (term: string) => /^(?:axis|pi):/.test(term);

/** A year or a numeral alone names nothing; nor does an everyday word that several names happen to share. */
function namesNothing({ used, outcome }: Match, { tokens, measures }: Said, spoken: boolean): boolean {
  const terms = used.map((at) => tokens[at]?.term ?? '');
  if (terms.every((term) => /^[\d/]+$/.test(term))) return true;
  return (
    outcome === 'choose' && measures.length === 0 && !spoken && terms.every((term) => everyday(term) > TALK)
  );
}

const TALK = 0.85;

/** "Mi serve per domani: quanto ha impegnato l'asse 1?": talk, although something be called Domani. */
function isTalk({ used }: Match, said: Said): boolean {
  const talk = new Set(said.spots.filter(({ concept }) => concept === 'filler').flatMap(positions));
  const elsewhere =
    said.tokens.some(({ term }) => isNotation(term)) || says(said, 'programme', 'total', 'each-axis');
  const lower = ({ start }: Token) => said.text.charAt(start) === said.text.charAt(start).toLowerCase();
  return elsewhere && used.every((at) => talk.has(at) && said.tokens.slice(at, at + 1).every(lower));
}

const JOINERS = new Set('e ed and o or vs versus contro against with con rispetto to than'.split(' '));

function isList(tokens: readonly Token[]): boolean {
  return tokens.some(({ term, joined }, at) => JOINERS.has(term) || (at > 0 && !joined));
}

/** "Stato, regione, UE": whole names of the same kind beside the one that was found. */
function withListed(desk: Desk, said: Said, understood: ReadonlySet<string>, names: Names): Names {
  const kinds = names.subjects.map(({ kind }) => kind);
  const listed = wholeNames(desk, said.tokens, understood, kinds);
  return {
    ...names,
    subjects: [...new Set([...names.subjects, ...listed.subjects])],
    used: new Set([...names.used, ...listed.used]),
  };
}

/** Where what was found has no such figure, and the same words are whole names of things that do. */
function byWholeNames(
  desk: Desk,
  { tokens, measures }: Said,
  understood: ReadonlySet<string>,
  kinds: readonly string[],
  used: readonly number[],
): Names | null {
  const names = wholeNames(desk, tokens, understood, kinds);
  const able =
    names.subjects.length > 0 && names.subjects.every((subject) => answers(desk, subject, measures));
  return able && used.every((at) => names.used.has(at)) ? names : null;
}

/** A whole name settles what is otherwise in doubt, and stands out of a sentence that says much else. */
function byExactName(
  desk: Desk,
  said: Said,
  understood: ReadonlySet<string>,
  kinds: readonly string[],
  found: Match,
): Names {
  const rivals = [...new Set(found.rivals.flatMap(({ id }) => desk.dataset.subjects.get(id) ?? []))];
  const whole = wholeNames(desk, said.tokens, understood, kinds);
  const spoken = new Set([...whole.subjects, ...whole.rivals]);
  const settles = rivals.length > 0 ? rivals.some((rival) => spoken.has(rival)) : asksOf(said, whole);
  if (spoken.size > 0 && settles) return whole;
  const likely = rivals.length === 0 ? likeliest(desk, found, said.measures) : null;
  const used = new Set(rivals.length > 0 || likely ? found.used : []);
  const nearest = found.candidates.slice(0, 5).map(({ named }) => named);
  return { subjects: likely ? [likely] : [], rivals, used, nearest };
}

/** Something is asked of the name, or nothing else is said. */
function asksOf(said: Said, { used }: Names): boolean {
  const alone = said.tokens.every(({ stop }, at) => stop || used.has(at));
  const measured = said.spots.some(({ concept }) => concept.startsWith('measure:'));
  return alone || measured || says(said, 'spent', 'amount', 'rate', 'share', 'remaining');
}

const MOST_NAMESAKES = 3;

/**
 * The whole names in the words that are not understood yet. One that several things share makes rivals of them; in a
 * list with other names ("CR03 e CR06") a few of one name are all meant.
 */
export function wholeNames(
  desk: Desk,
  tokens: readonly Token[],
  understood: ReadonlySet<string>,
  kinds: readonly string[],
  fits: (name: { readonly from: number; readonly to: number; readonly words: number }) => boolean = () =>
    true,
): Names {
  const wanted = (id: string) => kinds.includes(desk.dataset.subjects.get(id)?.kind ?? '');
  const free = tokens.map((token) =>
    understood.has(token.term) ? { ...token, term: '', stop: true } : spelled(desk.lexicon.inNames, token),
  );
  const exact = exactNamesIn(desk.lexicon.names, free, wanted).filter(fits);
  const things = exact.map(({ ids }) => ids.flatMap((id) => desk.dataset.subjects.get(id) ?? []));
  const alone = things.filter(({ length }) => length === 1);
  const listed =
    things.length > 1 && isList(tokens) && things.every(({ length }) => length <= MOST_NAMESAKES);
  const sure = (listed ? things : alone).flat();
  return {
    subjects: [...new Set(sure)],
    rivals: sure.length > 0 ? [] : things.flat(),
    used: new Set(exact.flatMap(positions)),
    nearest: [],
  };
}
