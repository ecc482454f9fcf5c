import type { Answer } from '../../figures/answer.ts';
import { measureName } from '../../locale/measureName.ts';
import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { isOperation, type Measure, type Unit } from '../../model/measures.ts';
import { topicTitle } from '../figures.ts';
import type { Topic } from '../layout.ts';
import { capitalised, shortName } from '../words/names.ts';
import { barsOf } from './bars.ts';
import { type Asked, factOf, hueOf, sourceLine } from './figures.ts';
import { groupsOf } from './groups.ts';
import type { BarsSpec } from './spec.ts';

type Row = { readonly label: string; readonly facts: readonly Fact[] };

/** More bars a row than a phone shows apart. */
const MOST_MEASURES = 5;
const MOST_SUBJECTS = 8;
/** So many things stand side by side under each measure; more get a row each. */
const SIDE_BY_SIDE = 3;
const MONEY: readonly (Unit | undefined)[] = ['MEUR', 'EUR'];

/** Things side by side by what they have in common: a value beside its target, one measure, or several in one unit. */
export function comparisonChart({ facts, ...topic }: Answer & Topic, locale: Locale): BarsSpec | null {
  const subjects = topic.subjects.slice(0, MOST_SUBJECTS);
  const rows = subjects.map((subject) => ({
    label: shortName(subject, locale),
    facts: facts.filter((fact) => fact.subject === subject && !isOperation(fact.measure)),
  }));
  const measures = commonMeasures(rows.map((row) => row.facts));
  const drawn = rows.flatMap((row) => measures.flatMap((measure) => factOf(row.facts, measure) ?? []));
  const title = topicTitle({ ...topic, subjects }, locale);
  const asked = { title, locale, caption: sourceLine(drawn, locale) };
  const [only] = measures;
  if (measures.length > 1 && only !== 'value') return severalOf(rows, measures, asked);
  const bars = rows.flatMap(({ label, facts: own }) => {
    const fact = only && factOf(own, only);
    return fact ? [{ label, fact, target: only === 'value' ? factOf(own, 'target') : undefined }] : [];
  });
  return barsOf(bars, asked);
}

/** What two things or more have, in one unit, of money where they share any: people and euros share no axis. */
function commonMeasures(each: readonly (readonly Fact[])[]): readonly Measure[] {
  const all = [...new Set(each.flat().map(({ measure }) => measure))];
  const shared = all.filter((measure) => each.filter((facts) => factOf(facts, measure)).length > 1);
  const units = shared.map((measure) => factOf(each.flat(), measure)?.unit);
  const first = units.find((unit) => MONEY.includes(unit)) ?? units[0];
  const alike = (unit: Unit | undefined) => unit === first || (MONEY.includes(unit) && MONEY.includes(first));
  return shared.filter((_, at) => alike(units[at])).slice(0, MOST_MEASURES);
}

/** A few things under each measure, so that the bars to compare touch; many things by the measures of each. */
function severalOf(rows: readonly Row[], measures: readonly Measure[], asked: Asked): BarsSpec | null {
  const nameOf = (measure: Measure) =>
    capitalised(measureName(measure, rows[0]?.facts[0]?.subject, asked.locale));
  if (rows.length > SIDE_BY_SIDE) {
    const keys = measures.map((measure) => ({ label: nameOf(measure), hue: null }));
    const cells = rows.map(({ label, facts }) => ({
      label,
      facts: measures.map((measure) => factOf(facts, measure)),
    }));
    return groupsOf(cells, keys, asked);
  }
  const keys = rows.map(({ label, facts }) => ({ label, hue: facts[0] ? hueOf(facts[0].subject) : null }));
  const told = new Set(keys.map(({ hue }) => hue)).size === keys.length;
  const cells = measures.map((measure) => ({
    label: nameOf(measure),
    facts: rows.map(({ facts }) => factOf(facts, measure)),
  }));
  return groupsOf(cells, told ? keys : keys.map((key) => ({ ...key, hue: null })), asked);
}
