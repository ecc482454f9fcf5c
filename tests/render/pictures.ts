import { barsOf } from '../../src/cards/charts/bars.ts';
import { cascadeOf } from '../../src/cards/charts/cascade.ts';
import { groupsOf } from '../../src/cards/charts/groups.ts';
import { linesOf } from '../../src/cards/charts/lines.ts';
import type { ChartSpec } from '../../src/cards/charts/spec.ts';
import { lookup } from '../../src/figures/lookup.ts';
import { loadDataset } from '../../src/load/load.ts';
import { day } from '../../src/locale/format.ts';
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
  const asked = { locale, caption };
  const all: Record<string, ChartSpec | null> = {
    certified: barsOf({
      ...asked,
      title: say(`Spesa certificata per asse al ${when}`, `Certified spend by axis at ${when}`),
      rows: rows(axes, 'certified'),
    }),
    rates: barsOf({
      ...asked,
      title: say(`Tasso di impegno per asse al ${when}`, `Commitment rate by axis at ${when}`),
      rows: rows(axes, 'rate-commitment'),
    }),
    allocation: barsOf({
      ...asked,
      title: say(`Dotazione per asse al ${when}`, `Allocation by axis at ${when}`),
      rows: rows(axes, 'allocation'),
    }),
    indicators: barsOf({
      ...asked,
      title: say(`Indicatori di risultato al ${when}`, `Result indicators at ${when}`),
      rows: rows(of(dataset, 'indicator'), 'value', 'target'),
    }),
    gaps: barsOf({
      ...asked,
      title: say('Distanza dal target', 'Distance to target'),
      rows: rows(of(dataset, 'indicator'), 'gap').map((row, at) =>
        at === 1 ? { ...row, fact: invented(row.fact, '-12') } : row,
      ),
    }),
    initiatives: barsOf({ ...asked, title: say('Dieci iniziative', 'Ten initiatives'), rows: longest }),
    two: barsOf({
      ...asked,
      title: say('Dotazione di due assi', 'Allocation of two axes'),
      rows: rows([axis1, axis2], 'allocation'),
    }),
    cascade: cascadeOf({
      ...asked,
      title: `${nameOf(axis2, locale)}: ${say('dalla dotazione alla spesa certificata', 'from allocation to certified spend')}`,
      facts: cascade(axis2),
    }),
    groups: groupsOf({
      ...asked,
      title: say('Impegni e pagamenti per asse', 'Committed and paid by axis'),
      measures: ['committed', 'paid'],
      rows: axes.map((axis) => ({ label: nameOf(axis, locale), facts: cascade(axis) })),
    }),
    allGroups: groupsOf({
      ...asked,
      title: say('Avanzamento finanziario per asse', 'Financial progress by axis'),
      measures: CASCADE,
      rows: axes.map((axis) => ({ label: nameOf(axis, locale), facts: cascade(axis) })),
    }),
    line: linesOf({
      ...asked,
      title: say('Spesa certificata dell’Asse I nel tempo', 'Certified spend of Axis I over time'),
      series: series(NINE).slice(0, 1),
    }),
    lineTarget: linesOf({
      ...asked,
      title: say('Asse II: spesa certificata e obiettivo', 'Axis II: certified spend and its goal'),
      series: [{ label: nameOf(axis2, locale), facts: history(axis2, UNEVEN, 1.1) }],
      marks: cascade(axis2)
        .slice(3, 4)
        .map((fact) => ({ label: 'target', fact })),
    }),
    lines: linesOf({
      ...asked,
      title: say('Spesa certificata per asse nel tempo', 'Certified spend by axis over time'),
      series: series(NINE),
    }),
    measures: linesOf({
      ...asked,
      title: say('Asse II nel tempo', 'Axis II over time'),
      series: [1.2, 1, 0.8].map((grow, at) => ({
        label: say(
          ['impegni', 'pagamenti', 'certificato'][at] ?? '',
          ['committed', 'paid', 'certified'][at] ?? '',
        ),
        facts: history(axis2, UNEVEN, grow),
      })),
    }),
  };
  return Object.fromEntries(Object.entries(all).flatMap(([name, spec]) => (spec ? [[name, spec]] : [])));
}
