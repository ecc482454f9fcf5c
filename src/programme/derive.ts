import type { Subject } from './dataset.ts';
import { compare, type Decimal, difference, percentage, sum, withPlaces } from './decimal.ts';
import { derivedFact, type Fact, type PublishedFact } from './facts.ts';
import { lookup, published, type Shelf } from './lookup.ts';
import { CASCADE, isRate, isRemainder, type Measure, RATES, REMAINDERS, type Unit } from './measures.ts';

/** What can be computed for a measure, given what is `printed` of it; empty where nothing can, or need be. */
export function derive(
  shelf: Shelf,
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
  if (isCascade(measure) && printed.length === 0) return residual(shelf, subject, measure);
  return [];
}

type CascadeMeasure = (typeof CASCADE)[number];

function isCascade(measure: Measure): measure is CascadeMeasure {
  return (CASCADE as readonly Measure[]).includes(measure);
}

function inUnit(facts: readonly Fact[], unit: Unit): Fact | undefined {
  return facts.find((fact) => fact.unit === unit);
}

/** The unit in which a document of this kind prints money; exact euros are a footnote's business. */
function money(shelf: Shelf, subject: Subject, measure: Measure): Fact | undefined {
  const facts = lookup(shelf, subject, measure);
  return inUnit(facts, 'MEUR') ?? inUnit(facts, 'EUR');
}

/** A rate has at most one decimal, and none where a printed input has none: 5 may stand for 4,6. */
export function ratePlaces(part: Decimal, whole: Decimal): number {
  return Math.min(1, part.places, whole.places);
}

function ratio(shelf: Shelf, subject: Subject, measure: Measure, [top, bottom]: readonly [Measure, Measure]) {
  const part = money(shelf, subject, top);
  const whole = money(shelf, subject, bottom);
  if (!part || !whole || part.unit !== whole.unit) return [];
  const value = percentage(part.value, whole.value, ratePlaces(part.value, whole.value));
  if (!value) return [];
  const formula = [part.value, ' ÷ ', whole.value, ' × 100'];
  return [derivedFact([part, whole], { measure, value, unit: 'percent', formula })];
}

function share(shelf: Shelf, subject: Subject): readonly Fact[] {
  const whole = shelf.dataset.subjects.get(shelf.dataset.programme.id);
  if (!whole || whole === subject) return [];
  const part = money(shelf, subject, 'allocation');
  const total = money(shelf, whole, 'allocation');
  if (!part || !total || part.unit !== total.unit) return [];
  const value = percentage(part.value, total.value, ratePlaces(part.value, total.value));
  if (!value) return [];
  const formula = [part.value, ' ÷ ', total.value, ' × 100'];
  return [derivedFact([part, total], { measure: 'share', value, unit: 'percent', formula })];
}

function remainder(shelf: Shelf, subject: Subject, measure: Measure, used: Measure): readonly Fact[] {
  const whole = money(shelf, subject, 'allocation');
  const part = money(shelf, subject, used);
  if (!whole || !part || whole.unit !== part.unit) return [];
  const value = difference(whole.value, part.value);
  return [derivedFact([whole, part], { measure, value, formula: [whole.value, ' − ', part.value] })];
}

function withExcluded(shelf: Shelf, subject: Subject): readonly Fact[] {
  const rule = shelf.snapshot.excluded.find((excluded) => excluded.subject.id === subject.id);
  const base = rule && money(shelf, subject, rule.measure);
  const outside = rule && money(shelf, rule.amount.subject, rule.amount.measure);
  if (!base || !outside || base.unit !== outside.unit) return [];
  const value = sum([base.value, outside.value]);
  const formula = [base.value, ' + ', outside.value];
  return [derivedFact([base, outside], { measure: 'committed-with-cigd', value, formula })];
}

/** In points: 59 % against a target of 30 % is +29. */
function gap(shelf: Shelf, subject: Subject): readonly Fact[] {
  const value = inUnit(published(shelf, subject, 'value'), 'percent');
  const target = inUnit(published(shelf, subject, 'target'), 'percent');
  if (!value || !target) return [];
  const points = difference(value.value, target.value);
  return [
    derivedFact([value, target], {
      measure: 'gap',
      value: points,
      formula: [value.value, ' − ', target.value],
    }),
  ];
}

function outputs(shelf: Shelf, subject: Subject): readonly Fact[] {
  if (subject.kind !== 'axis') return [];
  return [...shelf.dataset.subjects.values()]
    .filter((other) => other.kind === 'indicator' && other.record.axis === subject.id)
    .flatMap((indicator) => published(shelf, indicator, 'output'));
}

/** The programme's total less every other axis: the only way to an axis that has no page of its own. */
function residual(shelf: Shelf, subject: Subject, measure: CascadeMeasure): readonly Fact[] {
  const programme = shelf.dataset.subjects.get(shelf.dataset.programme.id);
  if (subject.kind !== 'axis' || !programme) return [];
  const total = inUnit(published(shelf, programme, measure), 'MEUR');
  const others = axes(shelf)
    .filter((axis) => axis !== subject)
    .map((axis) => inUnit(published(shelf, axis, measure), 'MEUR'));
  const known = others.filter((fact) => fact !== undefined);
  if (!total || known.length === 0 || known.length < others.length) return [];
  const value = difference(total.value, sum(known.map((fact) => fact.value)));
  if (compare(value, { units: 0n, places: 0 }) < 0) return [];
  const formula = [total.value, ' − (', ...plus(known), ')'];
  return [derivedFact([total, ...known], { subject, measure, value, formula, notes: [] })];
}

const VULNERABLE = ['participants-disability', 'participants-migrants', 'participants-other'] as const;

/** People: a sum of the printed groups, or of the axes that print a count where the programme prints none. */
function people(
  shelf: Shelf,
  subject: Subject,
  measure: Measure,
  printed: readonly PublishedFact[],
): readonly Fact[] {
  if (inUnit(printed, 'count')) return [];
  const terms = peopleTerms(shelf, subject, measure).filter((fact) => fact !== undefined);
  const [first, ...rest] = terms;
  if (!first || rest.length === 0) return [];
  const value = withPlaces(sum(terms.map((fact) => fact.value)), 0);
  return [derivedFact([first, ...rest], { subject, measure, value, formula: plus(terms) })];
}

function peopleTerms(shelf: Shelf, subject: Subject, measure: Measure): readonly (Fact | undefined)[] {
  if (subject.kind === 'axis' && measure === 'participants-vulnerable') {
    const groups = VULNERABLE.map((group) => inUnit(published(shelf, subject, group), 'count'));
    return groups.includes(undefined) ? [] : groups;
  }
  if (subject.kind !== 'programme') return [];
  return axes(shelf).map((axis) => inUnit(lookup(shelf, axis, measure), 'count'));
}

function axes(shelf: Shelf): readonly Subject[] {
  return [...shelf.dataset.subjects.values()].filter((subject) => subject.kind === 'axis');
}

function plus(facts: readonly Fact[]): (Decimal | string)[] {
  return facts.flatMap((fact, at) => (at === 0 ? [fact.value] : [' + ', fact.value]));
}
