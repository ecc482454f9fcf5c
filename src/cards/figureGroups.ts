import { isReading } from '../figures/inMillions.ts';
import { type Figures, figuresOf } from '../figures/limits.ts';
import { amount, day, formula, number } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import { type Fact, printedInputs } from '../model/facts.ts';
import { grouped } from '../model/grouped.ts';
import type { Locale } from '../model/locale.ts';
import { capitalised, shortName } from './words/names.ts';

/** Facts of one subject, measure and date, which differ in unit only and are said together. */
export type FigureGroup = Figures;

export function figureGroups(facts: readonly Fact[]): readonly FigureGroup[] {
  const groups = grouped(facts, ({ subject, measure, asOf }) => `${subject.id} ${measure} ${asOf}`);
  return [...groups.values()].flatMap(figuresOf);
}

/** "16.964 (8%)", "184,3 Mln € (184.312.574,33 €)". */
export function figureText(group: FigureGroup, locale: Locale): string {
  const [first, ...others] = figureForms(group, locale);
  if (others.length === 0) return `${first}`;
  return others.some((each) => each.includes('('))
    ? [first, ...others].join(' · ')
    : `${first} (${others.join(' · ')})`;
}

/**
 * Printed euros before millions that were computed from other figures. Where things are compared the millions lead, as
 * all of them have those.
 */
export function publishedFirst([first, ...others]: FigureGroup): FigureGroup {
  const printed = others.find(({ status }) => status === 'published');
  if (first.status === 'published' || isReading(first) || !printed) return [first, ...others];
  return [printed, first, ...others.filter((fact) => fact !== printed)];
}

/** The figure by itself, and then its other forms: "184,3 Mln €", "184.312.574,33 €". */
export function figureForms(group: FigureGroup, locale: Locale): readonly string[] {
  return group.map((fact) => formOf(fact, group, locale));
}

function formOf(fact: Fact, group: FigureGroup, locale: Locale): string {
  if (fact.measure === 'gap') return distanceText(fact, locale);
  const figure = amount(fact.value, fact.unit, locale);
  return isMarked(fact, group) ? `${figure} ${phrases[locale].derived}` : figure;
}

/** "Asse II: 109,8 Mln €": one form of a figure, and whose it is. */
export function namedForm(fact: Fact, group: FigureGroup, locale: Locale): string {
  return `${shortName(fact.subject, locale)}: ${formOf(fact, group, locale)}`;
}

/** "Asse II: 184,3 Mln € (184.312.574,33 €)": a figure in every form, and whose it is. */
export function namedLine(group: FigureGroup, locale: Locale): string {
  return `${shortName(group[0].subject, locale)}: ${figureText(group, locale)}`;
}

/** "32 punti sotto il target", "esattamente al target". */
export function distanceText({ value }: Pick<Fact, 'value'>, locale: Locale): string {
  const size = value.units < 0n ? { ...value, units: -value.units } : value;
  const side = value.units === 0n ? 'at' : value.units < 0n ? 'under' : 'over';
  return phrases[locale].distance[side](number(size, locale));
}

/** Computed, and not only printed euros in millions, or the euros of millions that are marked already. */
export function isMarked(fact: Fact, group: FigureGroup): boolean {
  if (fact.status === 'published') return false;
  const euros = group.find(({ unit }) => unit === 'EUR');
  if (isReading(fact)) return euros ? euros.status !== 'published' : fact.inputs.length > 1;
  return fact !== euros || !group.some(isReading);
}

/** "Asse I: 120,5 Mln €", a line for each group; `dated` where other dates were asked for as well. */
export function labelled(groups: readonly FigureGroup[], locale: Locale, dated = false): readonly string[] {
  const label = labeller(groups, locale, dated);
  return groups.map((group) => `${label(group)}: ${figureText(group, locale)}`);
}

/** A label names of a figure only what distinguishes it: its subject, its measure or its date. */
function labeller(
  groups: readonly FigureGroup[],
  locale: Locale,
  dated = false,
): (group: FigureGroup) => string {
  const oneSubject = groups.every(([fact]) => fact.subject === groups[0]?.[0].subject);
  const oneMeasure =
    (dated || groups.length > 1) && groups.every(([fact]) => fact.measure === groups[0]?.[0].measure);
  const oneDate = !dated && groups.every(([fact]) => fact.asOf === groups[0]?.[0].asOf);
  return ([{ subject, measure, asOf }]) => {
    const what = oneMeasure && !(oneSubject && oneDate) ? '' : measureName(measure, subject, locale);
    const parts = [oneSubject ? '' : shortName(subject, locale), what, oneDate ? '' : day(asOf, locale)];
    const label = parts.filter((part) => part !== '').join(', ');
    return oneSubject ? capitalised(label) : label;
  };
}

/** "Tasso di impegno": the measure of a group, as a heading. */
export function headingOf([{ measure, subject }]: FigureGroup, locale: Locale): string {
  return capitalised(measureName(measure, subject, locale));
}

/** "Tasso di impegno: 12,5%", whoever's it is. */
export function headedLine(group: FigureGroup, locale: Locale): string {
  return `${headingOf(group, locale)}: ${figureText(group, locale)}`;
}

/** "Tasso di impegno: 109,8 ÷ 379,0 × 100", for every figure that was computed. */
export function formulas(groups: readonly FigureGroup[], locale: Locale): readonly string[] {
  const label = labeller(groups, locale);
  const only = groups.length === 1;
  return groups.flatMap((group) =>
    group.flatMap((fact) => {
      if (fact.status === 'published' || isOnlyRead(fact, group)) return [];
      const computed = phrases[locale].derivedFrom(formula(fact.formula, locale));
      return [only ? capitalised(computed) : `${label(group)} – ${computed}`];
    }),
  );
}

/** Printed euros in millions, or the millions beside euros that have a formula of their own. */
function isOnlyRead(fact: Fact, group: FigureGroup): boolean {
  return isReading(fact) && (printedInputs(fact).length === 1 || group.some(({ unit }) => unit === 'EUR'));
}
