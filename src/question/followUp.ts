import type { Dataset, Subject } from '../programme/dataset.ts';
import { isMeasure, isRate, isRemainder, type Measure, RATES, REMAINDERS } from '../programme/measures.ts';
import type { Request } from '../request.ts';
import { type Token, tokens } from '../search/matcher.ts';
import type { Concept } from './concepts.ts';

/** What the previous request was about, in the terms in which a question is understood. */
export type Before = { readonly subjects: readonly Subject[]; readonly concepts: readonly Concept[] };

/** "e …", "and …", "what about …": what goes on from before. */
const GOES_ON = new Set(
  'e ed ma invece poi and but also anche pure what how about solo only then'.split(' '),
);
/** "confrontalo", "quella dell'asse 2", "the same": words that stand for what was said before. */
const STANDS_FOR =
  /^(?:confrontal[oaie]|paragonal[oaie]|quell[oaie]|stess[oaie]|same|that|those|it|its|their|them|ones?)$/;
const FEW_WORDS = 4;

/** Subjects and concepts of a request; null for one that nothing can follow, such as help. */
export function before({ subjects }: Dataset, { command, options }: Request): Before | null {
  const ids = Object.values(options).flatMap((value) => value.split(','));
  const named = ids.flatMap((id) => subjects.get(id) ?? []);
  const measures = [options.measure, options.group]
    .flatMap((list) => list?.split(',') ?? [])
    .filter(isMeasure);
  const said = measures.flatMap(conceptsOf);
  if (command === 'allocation' && said.length === 0)
    return { subjects: named, concepts: ['measure:allocation'] };
  if (command === 'participants' && said.length === 0)
    return { subjects: named, concepts: ['measure:participants'] };
  const kind = named.length > 0 && named[0]?.kind;
  if (command === 'initiative' && kind !== 'initiative')
    return { subjects: named, concepts: ['command:initiative', ...said] };
  if (command === 'indicator' && kind !== 'indicator')
    return { subjects: named, concepts: ['result', ...said] };
  if (command === 'indicator') return { subjects: named, concepts: ['result', ...said] };
  return command === 'help' || command === 'glossary' ? null : { subjects: named, concepts: said };
}

function conceptsOf(measure: Measure): readonly Concept[] {
  if (isRate(measure)) {
    const [top, bottom] = RATES[measure];
    const flows: readonly Measure[] = bottom === 'allocation' ? [top] : [top, bottom];
    return [...flows.map((flow): Concept => `measure:${flow}`), 'rate'];
  }
  if (isRemainder(measure)) return [`measure:${REMAINDERS[measure]}`, 'remaining'];
  return [`measure:${measure}`];
}

/**
 * A follow-up leaves out what was said before. It goes on with a joining word, or points back, or is a few words
 * without a subject or without a measure; a whole question, or one of many words, starts afresh.
 */
export function isFollowUp(
  said: readonly Token[],
  { hasSubject, hasMeasure }: { readonly hasSubject: boolean; readonly hasMeasure: boolean },
): boolean {
  const points = said.some(({ term }) => STANDS_FOR.test(term));
  if (hasSubject && hasMeasure) return false;
  if (points || GOES_ON.has(said[0]?.term ?? '')) return true;
  return said.filter(({ stop }) => !stop).length <= FEW_WORDS;
}

/** The previous request with what the new words replace. */
export function followed(
  previous: Before,
  now: { readonly subjects: readonly Subject[]; readonly concepts: readonly Concept[] },
): Before {
  const said = now.concepts.filter((concept) => REPLACES.test(concept));
  const asks = said.some((concept) => concept !== 'amount') ? said.filter((each) => each !== 'amount') : said;
  const onlyWay = asks.length > 0 && asks.every((concept) => WAYS.has(concept));
  const flows = previous.concepts.filter((concept) => !WAYS.has(concept));
  const concepts = asks.length === 0 ? previous.concepts : onlyWay ? [...flows, ...asks] : asks;
  if (now.concepts.includes('compare') && now.subjects.length > 0) {
    return { subjects: [...new Set([...previous.subjects, ...now.subjects])], concepts };
  }
  if (
    now.concepts.includes('programme') ||
    now.concepts.includes('total') ||
    now.concepts.includes('each-axis')
  ) {
    return {
      subjects: now.subjects,
      concepts: [...concepts, ...now.concepts.filter((each) => !REPLACES.test(each))],
    };
  }
  return { subjects: now.subjects.length > 0 ? now.subjects : previous.subjects, concepts };
}

const WAYS: ReadonlySet<Concept> = new Set<Concept>(['rate', 'share', 'remaining']);
const REPLACES =
  /^(?:measure:|status:|command:|spent$|amount$|rate$|share$|remaining$|by-sex$|groups$|result$)/;

/** "e il IV?": a number alone, where the talk is of axes. */
export function loneAxis(dataset: Dataset, previous: Before, said: readonly Token[]): readonly Subject[] {
  if (!previous.subjects.some(({ kind }) => kind === 'axis')) return [];
  const numbers = new Set(said.map(({ term }) => term));
  return dataset.programme.axes
    .filter(({ number }) => numbers.has(String(number)))
    .flatMap(({ id }) => dataset.subjects.get(id) ?? []);
}

/** "e il 21/22?": the name said before, of another training year. */
export function nameOfYear({ subjects }: Before, said: readonly Token[]): string | null {
  const years = said.find(({ term }) => TWO_YEARS.test(term));
  const [subject] = subjects;
  if (!years || subject?.kind !== 'initiative') return null;
  const words = tokens(subject.record.printed).filter(({ term }) => !/\d/.test(term));
  return [...words, years].map(({ term }) => term).join(' ');
}

const TWO_YEARS = /^\d{4}\/\d{4}$/;
