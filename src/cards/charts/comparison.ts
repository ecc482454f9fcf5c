import type { Answer } from '../../figures/answer.ts';
import type { Subject } from '../../model/dataset.ts';
import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { isOperation, type Measure, type Unit } from '../../model/measures.ts';
import { topicTitle } from '../figures.ts';
import { shortName } from '../names.ts';
import { barsOf } from './bars.ts';
import { factOf } from './figures.ts';
import { groupsOf } from './groups.ts';
import { sourceLine } from './sourceLine.ts';
import type { ChartSpec } from './spec.ts';

type Comparison = Answer & {
  readonly subjects: readonly Subject[];
  readonly measures: readonly Measure[];
  readonly asOf: string;
};

/** More bars a row than a phone shows apart. */
const MOST_MEASURES = 5;
const MOST_SUBJECTS = 8;
const MONEY: readonly Unit[] = ['MEUR', 'EUR'];

/** Things side by side by what they have in common: a value beside its target, one measure, or several in one unit. */
export function comparisonChart({ facts, ...topic }: Comparison, locale: Locale): ChartSpec | null {
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
  if (measures.length > 1 && only !== 'value') return groupsOf({ ...asked, rows, measures });
  const bars = rows.flatMap(({ label, facts: own }) => {
    const fact = only && factOf(own, only);
    return fact ? [{ label, fact, target: only === 'value' ? factOf(own, 'target') : undefined }] : [];
  });
  return barsOf({ ...asked, rows: bars });
}

/** What two things or more have, in the unit of the first such measure: people and euros share no axis. */
function commonMeasures(each: readonly (readonly Fact[])[]): readonly Measure[] {
  const all = [...new Set(each.flat().map(({ measure }) => measure))];
  const shared = all.filter((measure) => each.filter((facts) => factOf(facts, measure)).length > 1);
  const unitOf = (measure: Measure) => factOf(each.flat(), measure)?.unit;
  const first = shared[0] && unitOf(shared[0]);
  const alike = (unit: Unit | undefined) =>
    unit === first || (unit !== undefined && first !== undefined && [unit, first].every(isMoney));
  return shared.filter((measure) => alike(unitOf(measure))).slice(0, MOST_MEASURES);
}

function isMoney(unit: Unit): boolean {
  return MONEY.includes(unit);
}
