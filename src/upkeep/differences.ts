import { capitalised, shortName } from '../cards/names.ts';
import { amount, day } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import type { Dataset, Figure, Snapshot } from '../programme/dataset.ts';

/** What changes from one dataset to another, and how many changes that are. */
export type Differences = { readonly lines: readonly string[]; readonly count: number };

/** As a person reads them: dates and figures first, then the things that they are about. */
export function differences(before: Dataset, after: Dataset, locale: Locale): Differences {
  const lines = [
    ...dates(before, after, locale),
    ...figures(before, after, locale),
    ...records(before, after, locale),
  ];
  return { lines, count: lines.length };
}

function dates(before: Dataset, after: Dataset, locale: Locale): readonly string[] {
  const [old, now] = [before, after].map(
    ({ snapshots }) => new Map(snapshots.map((each) => [each.date, each])),
  );
  const say = WORDS[locale];
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort().flatMap((date) => {
    const [was, is] = [old?.get(date), now?.get(date)];
    const line = (text: string) => [`${day(date, locale)} ${text}`];
    if (!was) return line(say.added);
    if (!is) return line(say.removed);
    return saidBeside(was) === saidBeside(is) ? [] : line(say.remarks);
  });
}

function saidBeside({ partial, remarks }: Snapshot): string {
  return JSON.stringify([partial, remarks.map(({ subject, text }) => [subject.id, text])]);
}

function figures(before: Dataset, after: Dataset, locale: Locale): readonly string[] {
  const [old, now] = [byPlace(before), byPlace(after)];
  const say = WORDS[locale];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const line = (figure: Figure, text: string) => [`${named(figure, locale)}: ${text}`];
    if (!was) return is ? line(is, `${said(is, locale)} ${say.added}`) : [];
    if (!is) return line(was, `${said(was, locale)} ${say.removed}`);
    if (said(was, locale) !== said(is, locale)) return line(is, `${said(was, locale)} → ${said(is, locale)}`);
    return citedAs(was) === citedAs(is) ? [] : line(is, say.cited);
  });
}

/** One figure of one document at one date. */
function byPlace({ snapshots }: Dataset): ReadonlyMap<string, Figure> {
  const all = snapshots.flatMap((snapshot) => snapshot.figures);
  return new Map(
    all.map((figure) => {
      const { asOf, subject, measure, unit, source } = figure;
      return [[asOf, subject.id, measure, unit, source.document.id].join(' '), figure];
    }),
  );
}

function citedAs({ source, also, note }: Figure): string {
  const places = [source, ...also].map(({ page, printed, quote }) => [page, printed, quote]);
  return JSON.stringify([places, note]);
}

function named({ subject, measure, asOf }: Figure, locale: Locale): string {
  return `${day(asOf, locale)}, ${shortName(subject, locale)} – ${phrases[locale].measures[measure]}`;
}

const said = ({ value, unit }: Figure, locale: Locale) => amount(value, unit, locale);

function records(before: Dataset, after: Dataset, locale: Locale): readonly string[] {
  const say = WORDS[locale];
  return [...new Set([...before.subjects.keys(), ...after.subjects.keys()])].flatMap((id) => {
    const [was, is] = [before.subjects.get(id), after.subjects.get(id)];
    const line = (subject: typeof is, text: string) =>
      subject ? [`${capitalised(shortName(subject, locale))} ${text}`] : [];
    if (!was) return line(is, say.added);
    if (!is) return line(was, say.removed);
    return own(was.record) === own(is.record) ? [] : line(is, say.changed);
  });
}

/** The programme's record holds all the others, which are compared one by one. */
function own(record: object): string {
  const { axes, priorities, indicators, initiatives, fundingSources, ...rest } = record as Record<
    string,
    unknown
  >;
  return JSON.stringify(rest);
}

const WORDS = {
  it: {
    added: '(nuovo)',
    removed: '(tolto)',
    changed: '(nomi o altre parole modificate)',
    remarks: '(osservazioni modificate)',
    cited: '(fonte o nota modificata)',
  },
  en: {
    added: '(new)',
    removed: '(removed)',
    changed: '(names or other words changed)',
    remarks: '(remarks changed)',
    cited: '(source or note changed)',
  },
} as const satisfies Record<Locale, object>;
