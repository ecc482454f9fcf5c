import { type Decimal, toPlain } from '../model/decimal.ts';
import type { Fact, Formula } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import type { Unit } from '../model/measures.ts';

const TAGS = { it: 'it-IT', en: 'en-GB' } as const satisfies Record<Locale, string>;
const NBSP = '\u00a0';
// Formatters take a hundred times longer to make than to use.
const DAYS = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const LISTS = {
  it: new Intl.ListFormat(TAGS.it, { type: 'conjunction' }),
  en: new Intl.ListFormat(TAGS.en, { type: 'conjunction' }),
};
const formatters = new Map<string, Intl.NumberFormat>();

/** The number with every decimal that it has, grouped by thousands: plain `it-IT` would print 1234 ungrouped. */
export function number(value: Decimal, locale: Locale): string {
  const key = `${locale}${value.places}`;
  const formatter = formatters.get(key) ?? newFormatter(locale, value.places);
  formatters.set(key, formatter);
  return formatter.format(toPlain(value) as `${number}`).replace('-', '−');
}

/** `236,7 Mln €` and `€236.7 M`: with the decimals that the source prints. */
export function amount(value: Decimal, unit: Unit, locale: Locale): string {
  const digits = number(value, locale);
  if (unit === 'percent') return `${digits}%`;
  if (unit === 'count') return digits;
  if (locale === 'en' && value.units < 0n)
    return `−${amount({ ...value, units: -value.units }, unit, locale)}`;
  if (locale === 'en') return unit === 'MEUR' ? `€${digits}${NBSP}M` : `€${digits}`;
  return unit === 'MEUR' ? `${digits}${NBSP}Mln${NBSP}€` : `${digits}${NBSP}€`;
}

/** A distance in points, with its sign: `+29`. */
export function signed(value: Decimal, locale: Locale): string {
  return `${value.units > 0n ? '+' : ''}${number(value, locale)}`;
}

/** An amount with its sign: `+151,9 Mln €`, `−€121.3 M`. */
export function signedAmount(value: Decimal, unit: Unit, locale: Locale): string {
  return `${value.units > 0n ? '+' : ''}${amount(value, unit, locale)}`;
}

export function formula(pieces: Formula, locale: Locale): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : number(piece, locale))).join('');
}

/** `31.12.2020` in Italian, `31 Dec 2020` in English. */
export function day(iso: string, locale: Locale): string {
  if (locale === 'it') return iso.split('-').reverse().join('.');
  return DAYS.format(new Date(`${iso}T00:00:00Z`));
}

/** `23.11.2026, 14:05 UTC`: readers sit in more than one time zone. */
export function moment(at: Date, locale: Locale): string {
  const iso = at.toISOString();
  return `${day(iso.slice(0, 10), locale)}, ${iso.slice(11, 16)} UTC`;
}

export function factAmount(fact: Pick<Fact, 'value' | 'unit'>, locale: Locale): string {
  return amount(fact.value, fact.unit, locale);
}

/** `a, b e c`. */
export function list(items: readonly string[], locale: Locale): string {
  return LISTS[locale].format(items);
}

function newFormatter(locale: Locale, places: number): Intl.NumberFormat {
  return new Intl.NumberFormat(TAGS[locale], {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    useGrouping: 'always',
  });
}

const DAYS_OF_A_MONTH = 30.44;
const MONTHS_OF_A_YEAR = 12;
/** Up to here days say more than months, and months more than years. */
const MOST_DAYS = 60;
const MOST_MONTHS = 23;

/** Made once: each of them holds tens of kilobytes outside the heap. */
const AGES = { it: agesIn('it'), en: agesIn('en') } as const;

function agesIn(locale: Locale) {
  const of = (unit: string) =>
    new Intl.NumberFormat(TAGS[locale], { style: 'unit', unit, unitDisplay: 'long' });
  return { day: of('day'), month: of('month'), year: of('year') };
}

/** "45 giorni", "14 mesi", "5 anni": as people say how old something is. */
export function ago(days: number, locale: Locale): string {
  const months = Math.floor(days / DAYS_OF_A_MONTH);
  const unit = days <= MOST_DAYS ? 'day' : months <= MOST_MONTHS ? 'month' : 'year';
  const count = { day: days, month: months, year: Math.floor(months / MONTHS_OF_A_YEAR) }[unit];
  return AGES[locale][unit].format(count);
}
