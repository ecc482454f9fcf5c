import { type Decimal, toPlain } from '../model/decimal.ts';
import type { Fact, Formula } from '../model/facts.ts';
import { lazy } from '../model/lazy.ts';
import type { Locale } from '../model/locale.ts';
import type { Unit } from '../model/measures.ts';

const TAGS = { it: 'it-IT', en: 'en-GB' } as const satisfies Record<Locale, string>;
const NBSP = '\u00a0';
// Formats of `Intl` take a hundred times longer to make than to use.
const days = lazy(
  () =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
const AND = { it: ' e ', en: ' and ' } as const satisfies Record<Locale, string>;
/** Grouping and decimal marks. */
const MARKS = { it: ['.', ','], en: [',', '.'] } as const satisfies Record<Locale, readonly [string, string]>;
const GROUPS = /\B(?=(?:\d{3})+$)/g;

/**
 * The number with every decimal that it has, grouped by thousands. Written here: the first format of `Intl` takes longer
 * to make than an answer.
 */
export function number(value: Decimal, locale: Locale): string {
  const [group, mark] = MARKS[locale];
  const [whole = '', decimals] = toPlain(value).split('.');
  const grouped = whole.replace('-', '−').replace(GROUPS, group);
  return decimals === undefined ? grouped : `${grouped}${mark}${decimals}`;
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
  return days().format(new Date(`${iso}T00:00:00Z`));
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
  const [last = ''] = items.slice(-1);
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')}${AND[locale]}${last}`;
}

const DAYS_OF_A_MONTH = 30.44;
const MONTHS_OF_A_YEAR = 12;
/** Up to here days say more than months, and months more than years. */
const MOST_DAYS = 60;
const MOST_MONTHS = 23;

/** Made once: each of them holds tens of kilobytes outside the heap. */
const AGES = { it: lazy(() => agesIn('it')), en: lazy(() => agesIn('en')) } as const;

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
  return AGES[locale]()[unit].format(count);
}
