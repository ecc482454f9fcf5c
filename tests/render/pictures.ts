import { barsOf } from '../../src/cards/charts/bars.ts';
import { cascadeOf } from '../../src/cards/charts/briefing.ts';
import { groupsOf } from '../../src/cards/charts/groups.ts';
import type { ChartSpec } from '../../src/cards/charts/spec.ts';
import { linesOf } from '../../src/cards/charts/trend.ts';
import { capitalised } from '../../src/cards/words/names.ts';
import { lookup } from '../../src/figures/lookup.ts';
import { loadDataset } from '../../src/load/load.ts';
import { day } from '../../src/locale/format.ts';
import { measureName } from '../../src/locale/measureName.ts';
import type { Dataset, Subject, SubjectKind } from '../../src/model/dataset.ts';
import { decimal } from '../../src/model/decimal.ts';
import type { Fact } from '../../src/model/facts.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { Measure } from '../../src/model/measures.ts';
import { CASCADE } from '../../src/model/measures.ts';

const NINE = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022].map((year) => `${year}-12-31`);
const UNEVEN = ['2019-12-31', '2020-06-30', '2020-12-31', '2021-12-31', '2022-10-31'];

/** The real dataset, and what a picture needs of it. */
export async function shelf() {
  const loaded = await loadDataset('data');
  if (!loaded.ok) throw new Error('the dataset has findings: npm run check:data');
  return loaded.dataset;
}

export function of(dataset: Dataset, kind: SubjectKind): readonly Subject[] {
  return [...dataset.subjects.values()].filter((subject) => subject.kind === kind);
}

export function factsOf(dataset: Dataset, subject: Subject, measure: Measure): readonly Fact[] {
  return lookup({ dataset, snapshot: dataset.latest }, subject, measure);
}

export function nameOf(subject: Subject, locale: Locale): string {
  return subject.kind === 'indicator' ? subject.record.short[locale] : nameIn(subject.record.name, locale);
}

function nameIn(name: { it: string; en: string }, locale: Locale): string {
  return name[locale];
}

/** A printed figure that no source has, for dates that the dataset does not cover yet. */
export function invented(like: Fact, value: string, asOf = like.asOf): Fact {
  const exact = decimal(value);
  if (!exact) throw new Error(value);
  return { ...like, value: exact, asOf };
}

/** Every kind of picture as people will ask for it, the crowded ones included. */
export function pictures(dataset: Dataset, locale: Locale): Readonly<Record<string, ChartSpec>> {
  const say = (it: string, en: string) => (locale === 'it' ? it : en);
  const when = day(dataset.latest.date, locale);
  const caption = say(`Fonte: slide della Regione al ${when}`, `Source: slides of the Region at ${when}`);
  const axes = of(dataset, 'axis');
  const first = (subject: Subject, measure: Measure) => factsOf(dataset, subject, measure)[0];
  const rows = (subjects: readonly Subject[], measure: Measure, target?: Measure) =>
    subjects.flatMap((subject) => {
      const fact = first(subject, measure);
      if (!fact) return [];
      return [{ label: nameOf(subject, locale), fact, target: target && first(subject, target) }];
    });
  const cascade = (subject: Subject) => CASCADE.flatMap((measure) => first(subject, measure) ?? []);
  const history = (subject: Subject, dates: readonly string[], grow: number) => {
    const fact = first(subject, 'allocation');
    const whole = Number(fact?.value.units ?? 0n) / 10;
    return fact
      ? dates.map((date, at) => invented(fact, (whole * Math.min(1, (at + 1) ** grow / 14)).toFixed(1), date))
      : [];
  };
  const series = (dates: readonly string[]) =>
    axes.map((axis, at) => ({ label: nameOf(axis, locale), facts: history(axis, dates, 0.9 + at * 0.08) }));
  const initiatives = of(dataset, 'initiative').flatMap((subject) => {
    const fact = ['funded', 'admitted', 'programmed', 'allocated', 'committed', 'activated', 'unspecified']
      .flatMap((measure) => factsOf(dataset, subject, measure as Measure))
      .find(({ unit }) => unit === 'MEUR' || unit === 'EUR');
    return fact ? [{ label: nameOf(subject, locale), fact }] : [];
  });
  const longest = initiatives.toSorted((a, b) => b.label.length - a.label.length).slice(0, 10);
  const [axis1, axis2] = axes;
  if (!axis1 || !axis2) throw new Error('no axes');
  const asked = (title: string) => ({ title, locale, caption });
  const at = (it: string, en: string) => asked(say(`${it} al ${when}`, `${en} at ${when}`));
  const byMeasure = (measures: readonly Measure[]) =>
    [
      axes.map((axis) => ({
        label: nameOf(axis, locale),
        facts: measures.map((measure) => first(axis, measure)),
      })),
      measures.map((measure) => ({ label: capitalised(measureName(measure, axis1, locale)), hue: null })),
    ] as const;
  const gaps = rows(of(dataset, 'indicator'), 'gap').map((row, place) =>
    place === 1 ? { ...row, fact: invented(row.fact, '-12') } : row,
  );
  const measures = [
    say('impegni', 'committed'),
    say('pagamenti', 'paid'),
    say('certificato', 'certified'),
  ].map((label, place) => ({ label, facts: history(axis2, UNEVEN, [1.2, 1, 0.8][place] ?? 1) }));
  const all: Record<string, ChartSpec | null> = {
    certified: barsOf(rows(axes, 'certified'), at('Spesa certificata per asse', 'Certified spend by axis')),
    rates: barsOf(rows(axes, 'rate-commitment'), at('Tasso di impegno per asse', 'Commitment rate by axis')),
    allocation: barsOf(rows(axes, 'allocation'), at('Dotazione per asse', 'Allocation by axis')),
    indicators: barsOf(
      rows(of(dataset, 'indicator'), 'value', 'target'),
      at('Indicatori di risultato', 'Result indicators'),
    ),
    gaps: barsOf(gaps, asked(say('Distanza dal target', 'Distance to target'))),
    initiatives: barsOf(longest, asked(say('Dieci iniziative', 'Ten initiatives'))),
    two: barsOf(
      rows([axis1, axis2], 'allocation'),
      asked(say('Dotazione di due assi', 'Allocation of two axes')),
    ),
    cascade: cascadeOf(
      cascade(axis2),
      asked(
        `${nameOf(axis2, locale)}: ${say('dalla dotazione alla spesa certificata', 'from allocation to certified spend')}`,
      ),
    ),
    groups: groupsOf(
      ...byMeasure(['committed', 'paid']),
      asked(say('Impegni e pagamenti per asse', 'Committed and paid by axis')),
    ),
    allGroups: groupsOf(
      ...byMeasure(CASCADE),
      asked(say('Avanzamento finanziario per asse', 'Financial progress by axis')),
    ),
    line: linesOf(
      series(NINE).slice(0, 1),
      asked(say('Spesa certificata dell’Asse I nel tempo', 'Certified spend of Axis I over time')),
    ),
    uneven: linesOf(
      [{ label: nameOf(axis2, locale), facts: history(axis2, UNEVEN, 1.1) }],
      asked(say('Asse II: spesa certificata', 'Axis II: certified spend')),
    ),
    lines: linesOf(
      series(NINE),
      asked(say('Spesa certificata per asse nel tempo', 'Certified spend by axis over time')),
    ),
    measures: linesOf(measures, asked(say('Asse II nel tempo', 'Axis II over time'))),
  };
  return Object.fromEntries(Object.entries(all).flatMap(([name, spec]) => (spec ? [[name, spec]] : [])));
}
