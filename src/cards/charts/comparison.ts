import type { Answer } from '../../figures/answer.ts';
import { measureName } from '../../locale/measureName.ts';
import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { isOperation, type Measure, type Unit } from '../../model/measures.ts';
import { type Topic, topicTitle } from '../figures.ts';
import { capitalised, shortName } from '../names.ts';
import { altOf } from './alt.ts';
import { barsOf } from './bars.ts';
import { type Asked, factOf, scaleOf, sourceLine } from './figures.ts';
import type { BarsSpec } from './spec.ts';
import { chartWords } from './words.ts';

type Row = { readonly label: string; readonly facts: readonly Fact[] };

/** More bars a row than a phone shows apart. */
const MOST_MEASURES = 5;
const MOST_SUBJECTS = 8;
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
  if (measures.length > 1 && only !== 'value') return groupsOf(rows, measures, asked);
  const bars = rows.flatMap(({ label, facts: own }) => {
    const fact = only && factOf(own, only);
    return fact ? [{ label, fact, target: only === 'value' ? factOf(own, 'target') : undefined }] : [];
  });
  return barsOf(bars, asked);
}

/** What two things or more have, in the unit of the first such measure: people and euros share no axis. */
function commonMeasures(each: readonly (readonly Fact[])[]): readonly Measure[] {
  const all = [...new Set(each.flat().map(({ measure }) => measure))];
  const shared = all.filter((measure) => each.filter((facts) => factOf(facts, measure)).length > 1);
  const units = shared.map((measure) => factOf(each.flat(), measure)?.unit);
  const [first] = units;
  const alike = (unit: Unit | undefined) => unit === first || (MONEY.includes(unit) && MONEY.includes(first));
  return shared.filter((_, at) => alike(units[at])).slice(0, MOST_MEASURES);
}

/** Several things by several measures; a figure that is not among the facts stays a gap, never a zero. */
export function groupsOf(given: readonly Row[], measures: readonly Measure[], asked: Asked): BarsSpec | null {
  const present = given.flatMap(({ facts }) => measures.flatMap((measure) => factOf(facts, measure) ?? []));
  const scale = scaleOf(present, asked);
  if (!scale || measures.length < 2 || present.length < 2) return null;
  const words = chartWords[asked.locale];
  const series = measures.map((measure) =>
    capitalised(measureName(measure, present[0]?.subject, asked.locale)),
  );
  const gap = { value: null, text: words.absentShort };
  const rows = given.map(({ label, facts }) => {
    const found = measures.map((measure) => factOf(facts, measure));
    const bars = found.map((fact) => ({ ...(fact ? scale.datum(fact) : gap), below: '', target: null }));
    return { label, hue: 'plain' as const, bars };
  });
  const lines = rows.map(({ label, bars }) => {
    const texts = bars.map(({ value, text }) => (value === null ? words.absent : text));
    return { label, text: series.map((name, at) => `${name} ${texts[at]}`).join(', ') };
  });
  return { kind: 'groups', ...scale.head, series, rows, alt: altOf('groups', scale.head, lines) };
}
