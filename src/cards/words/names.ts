import { phrases } from '../../locale/phrases.ts';
import type { Dataset, Subject } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import type { Bilingual } from '../../model/schema.ts';

/** The full name that a card shows, with what tells two of one name apart. */
export function subjectName(subject: Subject, locale: Locale): string {
  switch (subject.kind) {
    case 'programme':
      return subject.record.short[locale];
    case 'priority':
      return `${phrases[locale].priority(subject.record.code)} – ${subject.record.name[locale]}`;
    case 'indicator':
      return subject.record.short[locale];
    default:
      return subject.record.name[locale];
  }
}

/** The shortest name that still says which one: for rows and titles of many. */
export function shortName(subject: Subject, locale: Locale): string {
  return subject.kind === 'axis' ? subject.record.short[locale] : subjectName(subject, locale);
}

/** "CR03 – Qualifica": what indicators of one code are called together; null where they do not share a code. */
export function sharedName(all: readonly Subject[], locale: Locale): string | null {
  const [name = '', ...others] = new Set(all.map((one) => subjectName(one, locale).split(' (')[0] ?? ''));
  const codes = new Set(all.map((one) => (one.kind === 'indicator' ? one.record.code : null)));
  const isOne = all.length > 1 && codes.size === 1 && !codes.has(null) && others.length === 0;
  return isOne ? name : null;
}

/** Where a thing belongs: "Asse II · PI 9.iv"; empty for what belongs to nothing smaller than the programme. */
export function belonging(subject: Subject, dataset: Dataset, locale: Locale): string {
  if (subject.kind !== 'initiative' && subject.kind !== 'indicator' && subject.kind !== 'priority') return '';
  const { axis } = subject.record;
  const priority = subject.kind === 'priority' ? null : subject.record.priority;
  const names = [axis, priority].map((id) => (id === null ? undefined : dataset.subjects.get(id)));
  return names
    .filter((found) => found !== undefined)
    .map((found) =>
      found.kind === 'priority' ? phrases[locale].priority(found.record.code) : shortName(found, locale),
    )
    .join(' · ');
}

/** A measure as a heading. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** A text that is the same in both languages stands once in the data. */
export function inLanguage(text: string | Bilingual, locale: Locale): string {
  return typeof text === 'string' ? text : text[locale];
}
