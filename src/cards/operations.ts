import type { Answer } from '../figures/answer.ts';
import { day, factAmount, formula, list, signed } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { DerivedFact, Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { isOperation, type Operation } from '../model/measures.ts';
import { type CardBody, section } from './card.ts';
import { figureText } from './figureGroups.ts';
import { capitalised, shortName } from './names.ts';

/** An answer whose facts may hold operations, and which of those that were asked for could not be done. */
export type Operating = Answer & { readonly undone?: readonly Operation[] };

type Done = DerivedFact & { readonly measure: Operation };

/** So many results are said in one line; more are laid out below it. */
const IN_ONE_LINE = 3;

/**
 * The card of the figures, led by what was computed of them. A difference stands below with its formula, as it is
 * said beside both its figures.
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
  return {
    ...card,
    headline: [...(few ? lines : lines.slice(0, IN_ONE_LINE)), card.headline].join(' · '),
    fields: [...(few ? [] : [section(names.join(', '), lines)]), ...card.fields],
    notes: [
      ...differenceLines(
        done.filter((fact) => !results.includes(fact)),
        locale,
      ),
      ...results.map((fact) => computed(fact, results, locale)),
      ...(answer.undone ?? []).map((operation) => phrases[locale].undone[operation]),
      ...card.notes,
    ],
  };
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

/** "Differenza: 26,0 Mln € (166,6 − 140,6)"; of several, whose or of what. */
function differenceLines(all: readonly Done[], locale: Locale): readonly string[] {
  const words = phrases[locale];
  const names = all.map((fact) => whoseOf(fact, locale));
  const several = new Set(names).size > 1;
  return all.map((fact, at) => {
    const amount =
      fact.unit === 'percent' ? words.inPoints(signed(fact.value, locale)) : factAmount(fact, locale);
    const name = [several ? names[at] : '', words.measures.difference].filter(Boolean).join(', ');
    return `${capitalised(name)}: ${amount} (${formula(fact.formula, locale)})`;
  });
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
