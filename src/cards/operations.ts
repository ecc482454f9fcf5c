import type { Answer } from '../figures/answer.ts';
import { day, factAmount, formula, list, number } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { DerivedFact, Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { isOperation, type Operation } from '../model/measures.ts';
import { type CardBody, section } from './card.ts';
import { figureText } from './figureGroups.ts';
import { capitalised, shortName } from './words/names.ts';

/** An answer whose facts may hold operations, and which of those that were asked for could not be done. */
export type Operating = Answer & { readonly undone?: readonly Operation[] };

type Done = DerivedFact & { readonly measure: Operation };

/** So many results are said in one line; more are laid out below it. */
const IN_ONE_LINE = 3;

/**
 * The card of the figures, led by what was computed of them: the figures stand right below it.
 */
export function withOperations<A extends Operating>(
  answer: A,
  locale: Locale,
  draw: (figures: A) => CardBody,
): CardBody {
  const done = answer.facts.filter(isDone);
  const card = draw({ ...answer, facts: answer.facts.filter((fact) => !isDone(fact)) });
  if (card.tone === 'refusal') return card;
  const results = done.filter((fact) => fact.measure !== 'difference' || isWithout(fact));
  const lines = results.map((fact) => `${labelOf(fact, results, locale)}: ${figureText([fact], locale)}`);
  const few = lines.length <= IN_ONE_LINE;
  const names = [
    ...new Set(results.map((fact) => capitalised(measureName(fact.measure, undefined, locale)))),
  ];
  const differences = done
    .filter((fact) => !results.includes(fact))
    .map((fact) => differenceOf(fact, done, locale));
  const leading = few ? [...lines, ...differences.map(({ line }) => line)] : lines.slice(0, IN_ONE_LINE);
  const undone = (answer.undone ?? []).map((operation) => phrases[locale].undone[operation]);
  return {
    ...card,
    ...led(leading, card),
    fields: [...(few ? [] : [section(names.join(', '), lines)]), ...card.fields],
    below: [...led(leading, card).below, ...undone],
    notes: [
      ...differences.map(({ how }) => how),
      ...results.map((fact) => computed(fact, results, locale)),
      ...card.notes,
    ],
  };
}

/** What was computed in the headline, with the headline of the figures under it; without any, as it was. */
function led(results: readonly string[], { headline, below = [] }: CardBody) {
  if (results.length === 0) return { headline, below };
  return { headline: results.join(' · '), below: [...headline.split(' · '), ...below] };
}

export function isDone(fact: Fact): fact is Done {
  return isOperation(fact.measure) && fact.status === 'derived';
}

/** Whether a difference is the figure of a thing less that of one of its parts: such a difference is an answer by itself. */
function isWithout({ measure, operands = [] }: Done): boolean {
  const [whole, part] = operands;
  return measure === 'difference' && part !== undefined && whole?.subject.kind !== part.subject.kind;
}

function computed(fact: Done, all: readonly Done[], locale: Locale): string {
  const how = phrases[locale].derivedFrom(formula(fact.formula, locale));
  return `${labelOf(fact, all, locale)} – ${how}`;
}

/** "Asse II ha 77,1 Mln € in più di Asse III", or "Differenza: 26,0 Mln €" of one thing; and how it was computed. */
function differenceOf(fact: Done, all: readonly Done[], locale: Locale) {
  const words = phrases[locale];
  const several = new Set(all.map((each) => whoseOf(each, locale))).size > 1;
  const whose = several ? whoseOf(fact, locale) : '';
  const name = capitalised([whose, words.measures.difference].filter((part) => part !== '').join(', '));
  const said = apartLine(fact, locale);
  return {
    line: said
      ? [whose, said].filter((part) => part !== '').join(' – ')
      : `${name}: ${sizeOf(fact, locale)} ${words.derived}`,
    how: `${name} – ${words.derivedFrom(formula(fact.formula, locale))}`,
  };
}

/** Null for two measures of one thing. */
function apartLine(fact: Done, locale: Locale): string | null {
  const words = phrases[locale];
  if (fact.value.units === 0n) return words.noDifference;
  const [one, other] = fact.operands ?? [];
  if (!one || !other || one.subject === other.subject) return null;
  return words.exceeds(
    shortName(one.subject, locale),
    sizeOf(fact, locale),
    shortName(other.subject, locale),
  );
}

function sizeOf(fact: Done, locale: Locale): string {
  const inPoints = fact.unit === 'percent';
  return inPoints ? phrases[locale].inPoints(number(fact.value, locale)) : factAmount(fact, locale);
}

/** The thing whose two measures are apart, or the measure by which two things are. */
function whoseOf({ operands = [], subject }: Done, locale: Locale): string {
  const [one, other] = operands;
  if (!one || !other || one.subject === other.subject) return shortName(subject, locale);
  return measureName(one.measure, one.subject, locale);
}

/** "Somma", "Pagamenti su risorse impegnate", "Asse II, quota sul totale (POR FSE 2014-2020)". */
function labelOf(fact: Done, all: readonly Done[], locale: Locale): string {
  const alike = all.filter(({ measure }) => measure === fact.measure);
  const several = new Set(alike.map(({ subject }) => subject.id)).size > 1;
  const [one, other] = fact.operands ?? [];
  const name = (of: Fact | undefined) => (of ? measureName(of.measure, of.subject, locale) : '');
  const measures = new Set(alike.map(({ operands = [] }) => operands[0]?.measure));
  const between = fact.measure === 'ratio' && one?.subject !== other?.subject;
  const parts = [
    several && fact.measure !== 'sum' && !between && !isWithout(fact) ? shortName(fact.subject, locale) : '',
    whatOf(fact, locale),
    measures.size > 1 && (fact.measure !== 'ratio' || between) ? name(one) : '',
    alike.every(({ asOf }) => asOf === fact.asOf) ? '' : day(fact.asOf, locale),
  ];
  return capitalised(parts.filter((part) => part !== '').join(', '));
}

function whatOf(done: Done, locale: Locale): string {
  const { measure, operands = [] } = done;
  const words = phrases[locale];
  const [one, other] = operands;
  if (!one || !other) return words.measures[measure];
  if (isWithout(done))
    return words.without(shortName(one.subject, locale), namesOf(operands.slice(1), locale));
  if (measure === 'ratio') {
    const apart = one.subject !== other.subject;
    const name = (fact: Fact) =>
      apart ? shortName(fact.subject, locale) : measureName(fact.measure, fact.subject, locale);
    return words.on(name(one), name(other));
  }
  if (measure !== 'share-of-total') return words.measures[measure];
  const whole = other.measure === one.measure ? '' : `, ${measureName(other.measure, other.subject, locale)}`;
  return `${words.measures[measure]} (${shortName(other.subject, locale)}${whole})`;
}

function namesOf(facts: readonly Fact[], locale: Locale): string {
  return list(
    facts.map(({ subject }) => shortName(subject, locale)),
    locale,
  );
}
