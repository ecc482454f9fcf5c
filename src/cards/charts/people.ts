import type { Answer } from '../../figures/answer.ts';
import { measureName } from '../../locale/measureName.ts';
import type { Subject } from '../../model/dataset.ts';
import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import type { Measure } from '../../model/measures.ts';
import { topicTitle } from '../figures.ts';
import type { Topic } from '../layout.ts';
import { capitalised, shortName } from '../words/names.ts';
import { barsOf } from './bars.ts';
import { sourceLine } from './figures.ts';
import { groupsOf } from './groups.ts';
import type { BarsSpec } from './spec.ts';

const BY_SEX: readonly Measure[] = ['participants-female', 'participants-male'];
const MOST_ROWS = 8;

/** People at one date: the groups of one thing, or women beside men, or one group, of several things. */
export function peopleChart(answer: Answer & Topic, locale: Locale): BarsSpec | null {
  const counts = answer.facts.filter(({ asOf, unit }) => asOf === answer.asOf && unit === 'count');
  const [subject, ...others] = [...new Set(counts.map((fact) => fact.subject))].slice(0, MOST_ROWS);
  if (!subject) return null;
  const nameOf = (measure: Measure) => capitalised(measureName(measure, subject, locale));
  const asked = (facts: readonly Fact[]) => ({
    title: topicTitle({ ...answer, dates: [answer.asOf] }, locale),
    caption: sourceLine(facts, locale),
    locale,
  });
  if (others.length === 0) {
    const rows = counts.slice(0, MOST_ROWS).map((fact) => ({
      label: nameOf(fact.measure),
      fact,
      beside: shareOf(answer.facts, fact),
    }));
    return barsOf(rows, asked(counts));
  }
  const measured = (of: Subject, measure: Measure) =>
    counts.find((fact) => fact.subject === of && fact.measure === measure);
  const all = [subject, ...others];
  const rows = all.map((of) => ({
    label: shortName(of, locale),
    facts: BY_SEX.map((measure) => measured(of, measure)),
  }));
  if (rows.every(({ facts }) => facts.every((fact) => fact))) {
    return groupsOf(
      rows,
      BY_SEX.map((measure) => ({ label: nameOf(measure), hue: null })),
      asked(rows.flatMap(({ facts }) => facts.flatMap((fact) => fact ?? []))),
    );
  }
  const [measure = 'participants'] = answer.measures;
  const bars = all.flatMap((of) => {
    const fact = measured(of, measure);
    return fact ? [{ label: shortName(of, locale), fact, beside: shareOf(answer.facts, fact) }] : [];
  });
  return barsOf(bars, asked(bars.map(({ fact }) => fact)));
}

/** The same group in percent, where the source has it. */
function shareOf(facts: readonly Fact[], of: Fact): Fact | undefined {
  const same = (fact: Fact) =>
    fact.subject === of.subject && fact.measure === of.measure && fact.asOf === of.asOf;
  return facts.find((fact) => same(fact) && fact.unit === 'percent');
}
