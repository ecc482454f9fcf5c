import { number } from '../locale/format.ts';
import type { Subject } from '../model/dataset.ts';
import { compare, type Decimal, difference, distinctDifference, percentage, sum } from '../model/decimal.ts';
import { derivedFact, type Fact, type PublishedFact } from '../model/facts.ts';
import {
  CASCADE,
  isAxisMoney,
  isRate,
  isRemainder,
  type Measure,
  RATES,
  REMAINDERS,
} from '../model/measures.ts';
import type { Note } from '../model/schema.ts';
import { people } from './derivePeople.ts';
import { roundedMillions } from './inMillions.ts';
import { alike, inUnit, type OpenShelf, plus, published } from './printed.ts';
import { thingsOf, wholeOf } from './things.ts';

/** What can be computed for a measure, given what is `printed` of it; empty where nothing can, or need be. */
export function derive(
  shelf: OpenShelf,
  subject: Subject,
  measure: Measure,
  printed: readonly PublishedFact[],
): readonly Fact[] {
  if (isRate(measure)) return ratio(shelf, subject, measure, RATES[measure]);
  if (isRemainder(measure)) return remainder(shelf, subject, measure, REMAINDERS[measure]);
  if (measure === 'committed-with-cigd') return withExcluded(shelf, subject);
  if (measure === 'gap') return gap(shelf, subject);
  if (measure === 'output') return printed.length > 0 ? [] : outputs(shelf, subject);
  if (measure === 'share') return printed.length > 0 ? [] : share(shelf, subject);
  if (measure.startsWith('participants')) return people(shelf, subject, measure, printed);
  if (isAxisMoney(measure) && subject.kind === 'programme') return total(shelf, subject, measure, printed);
  if (isCascade(measure)) return residual(shelf, subject, measure, printed);
  return [];
}

type CascadeMeasure = (typeof CASCADE)[number];

function isCascade(measure: Measure): measure is CascadeMeasure {
  return (CASCADE as readonly Measure[]).includes(measure);
}

/** Two amounts in one unit, to compute with; null where there is no such unit. */
function amounts(
  shelf: OpenShelf,
  [one, measure]: readonly [Subject, Measure],
  [other, by]: readonly [Subject, Measure],
): readonly [Fact, Fact] | null {
  const [first, second] = alike([shelf.lookup(shelf, one, measure), shelf.lookup(shelf, other, by)]) ?? [];
  return first && second ? [first, second] : null;
}

/** A rate has at most one decimal, and none where a printed input has none: 5 may stand for 4,6. */
export function ratePlaces(part: Decimal, whole: Decimal): number {
  return Math.min(1, part.places, whole.places);
}

function ratio(
  shelf: OpenShelf,
  subject: Subject,
  measure: Measure,
  [top, bottom]: readonly [Measure, Measure],
) {
  return percent(measure, amounts(shelf, [subject, top], [subject, bottom]));
}

function share(shelf: OpenShelf, subject: Subject): readonly Fact[] {
  const [whole] = wholeOf(shelf.dataset);
  if (!whole || whole === subject) return [];
  return percent('share', amounts(shelf, [subject, 'allocation'], [whole, 'allocation']));
}

function percent(measure: Measure, terms: readonly [Fact, Fact] | null): readonly Fact[] {
  if (!terms) return [];
  const [part, whole] = terms;
  const value = percentage(part.value, whole.value, ratePlaces(part.value, whole.value));
  if (!value) return [];
  const formula = [part.value, ' ÷ ', whole.value, ' × 100'];
  return [derivedFact(terms, { measure, value, unit: 'percent', formula })];
}

function remainder(shelf: OpenShelf, subject: Subject, measure: Measure, used: Measure): readonly Fact[] {
  const terms = amounts(shelf, [subject, 'allocation'], [subject, used]);
  if (!terms) return [];
  const [whole, part] = terms;
  const value = distinctDifference(whole.value, part.value);
  const formula = [whole.value, ' − ', part.value];
  return [
    derivedFact(terms, {
      measure,
      ...(whole.unit === 'EUR' ? roundedMillions(value, formula) : { value, formula }),
    }),
  ];
}

function withExcluded(shelf: OpenShelf, subject: Subject): readonly Fact[] {
  const rule = shelf.snapshot.excluded.find(
    (excluded) => excluded.subject.id === subject.id && excluded.measure === 'committed',
  );
  const terms = rule && amounts(shelf, [subject, rule.measure], [rule.amount.subject, rule.amount.measure]);
  if (!terms) return [];
  const [base, extra] = terms;
  const value = sum([base.value, extra.value]);
  return [
    derivedFact(terms, {
      measure: 'committed-with-cigd',
      value,
      formula: [base.value, ' + ', extra.value],
    }),
  ];
}

/** In points: 59 % against a target of 30 % is +29. */
function gap(shelf: OpenShelf, subject: Subject): readonly Fact[] {
  const value = inUnit(published(shelf, subject, 'value'), 'percent');
  const target = inUnit(published(shelf, subject, 'target'), 'percent');
  if (!value || !target) return [];
  const points = distinctDifference(value.value, target.value);
  return [
    derivedFact([value, target], {
      measure: 'gap',
      value: points,
      formula: [value.value, ' − ', target.value],
    }),
  ];
}

function outputs(shelf: OpenShelf, subject: Subject): readonly Fact[] {
  if (subject.kind !== 'axis') return [];
  return thingsOf(shelf.dataset, 'indicator')
    .filter(({ record }) => record.axis === subject.id)
    .flatMap((indicator) => published(shelf, indicator, 'output'));
}

/** Where a document prints every axis and no total, the total is their sum. */
function total(
  shelf: OpenShelf,
  subject: Subject,
  measure: Measure,
  printed: readonly PublishedFact[],
): readonly Fact[] {
  if (printed.length > 0) return [];
  for (const unit of ['MEUR', 'EUR'] as const) {
    const parts = thingsOf(shelf.dataset, 'axis').map((axis) =>
      inUnit(published(shelf, axis, measure), unit),
    );
    const [first, ...rest] = parts.filter((fact) => fact !== undefined);
    if (!first || rest.length + 1 < parts.length) continue;
    const terms = [first, ...rest] as const;
    const value = sum(terms.map((fact) => fact.value));
    return [derivedFact(terms, { subject, measure, value, formula: plus(terms) })];
  }
  return [];
}

/** The programme's total less every other axis: the only way to an axis that has no page of its own. */
function residual(
  shelf: OpenShelf,
  subject: Subject,
  measure: CascadeMeasure,
  printed: readonly PublishedFact[],
): readonly Fact[] {
  const [programme] = wholeOf(shelf.dataset);
  if (subject.kind !== 'axis' || !programme || inUnit(printed, 'MEUR')) return [];
  const whole = inUnit(published(shelf, programme, measure), 'MEUR');
  const others = thingsOf(shelf.dataset, 'axis')
    .filter((axis) => axis !== subject)
    .map((axis) => inUnit(published(shelf, axis, measure), 'MEUR'));
  const known = others.filter((fact) => fact !== undefined);
  if (!whole || known.length === 0 || known.length < others.length) return [];
  const value = difference(whole.value, sum(known.map((fact) => fact.value)));
  if (compare(value, { units: 0n, places: 0 }) < 0) return [];
  const formula = [whole.value, ' − (', ...plus(known), ')'];
  const exact = inUnit(printed, 'EUR');
  const notes = exact ? [ofRounded(exact)] : [];
  return [derivedFact([whole, ...known], { subject, measure, value, formula, notes })];
}

/** Why the difference of rounded figures is not quite the exact figure that another document prints. */
function ofRounded({ value, source }: PublishedFact): Note {
  const { title } = source.document;
  return {
    detail: true,
    it: `Il valore in Mln € è una differenza fra cifre arrotondate: «${title.it}» riporta ${number(value, 'it')} €.`,
    en: `The value in € M is a difference of rounded figures: “${title.en}” gives €${number(value, 'en')}.`,
  };
}
