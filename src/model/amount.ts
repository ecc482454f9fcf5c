import { type Decimal, decimal, toPlain, withPlaces } from './decimal.ts';
import type { Locale } from './locale.ts';
import type { Unit } from './measures.ts';

/** A number as a person wrote it, exactly; `unit` is null where they wrote none: it is read in that of the measure. */
export type Amount = { readonly value: Decimal; readonly unit: Unit | 'thousand' | null };

const CURRENCY = '(?:€|euros?|eur)';
const SHAPE = new RegExp(
  `^(?<sign>[+\\-−–])?\\s*(?<before>${CURRENCY})?\\s*(?<number>\\d[\\d.,]*)\\s*(?<after>\\D*)$`,
  'iu',
);
const UNITS: readonly (readonly [Amount['unit'] | 'billion', RegExp])[] = [
  ['percent', /^(?:%|per ?cento|percent|punti(?: percentuali)?|(?:percentage )?points|pp)$/],
  ['MEUR', /^(?:m|mln|mn|mio|meur|milion[ei]|millions?)$/],
  ['billion', /^(?:mld|mrd|bn|miliard(?:o|i)|billions?)$/],
  ['thousand', /^(?:k|mila|migliaia|thousand)$/],
  ['EUR', /^(?:€|euros?|eur)$/],
  ['count', /^(?:persone|people|destinatari|partecipanti|participants|progetti|projects)$/],
];
const THOUSAND = 3;
const MILLION = 6;

/** `20`, `20,5 Mln`, `50 %`, `1.000`, `184.312.574,33 €`, `€20 M`, `150k`; null for anything else. */
export function readAmount(text: string, locale: Locale): Amount | null {
  const { sign, before, number, after } = SHAPE.exec(text.trim().replace(/\s+/gu, ' '))?.groups ?? {};
  const value = number === undefined ? null : numberIn(number, locale);
  const unit = unitIn(after ?? '', before !== undefined);
  if (!value || unit === undefined) return null;
  const signed = sign && sign !== '+' ? { ...value, units: -value.units } : value;
  return unit === 'billion' ? { value: times(signed, THOUSAND), unit: 'MEUR' } : { value: signed, unit };
}

/** "Mln di euro", "M€", "mila euro": the order of magnitude says more than the currency. */
function unitIn(after: string, currency: boolean): Amount['unit'] | 'billion' | undefined {
  const words = after.toLowerCase().trim();
  if (words === '') return currency ? 'EUR' : null;
  const magnitude = words.replace(new RegExp(`\\s*(?:di )?${CURRENCY}$`, 'iu'), '').trim();
  return UNITS.find(([, called]) => called.test(magnitude === '' ? words : magnitude))?.[0];
}

const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;

/** A lone mark before three digits parts thousands or decimals, as the language has it: 1.000 is a thousand in Italian. */
function numberIn(text: string, locale: Locale): Decimal | null {
  const marks = text.replace(/\d/g, '');
  const last = marks.at(-1) ?? '';
  const thousands = locale === 'it' ? '.' : ',';
  const lone = marks.length === 1;
  const whole =
    marks === '' || (GROUPED.test(text) && new Set(marks).size === 1 && (!lone || last === thousands));
  if (whole) return decimal(text.replace(/[.,]/g, ''));
  const at = text.lastIndexOf(last);
  const [integer, fraction] = [text.slice(0, at), text.slice(at + 1)];
  if (integer.includes(last) || !(/^\d+$/.test(integer) || GROUPED.test(integer))) return null;
  return decimal(`${integer.replace(/[.,]/g, '')}.${fraction}`);
}

const SUFFIX = { MEUR: 'M', EUR: '€', percent: '%', thousand: 'k', count: '' } as const;

/** The same amount as every language reads it, for a request: `20.5M`; never with three decimals, which could be thousands. */
export function amountId({ value, unit }: Amount): string {
  const told = value.places === THOUSAND ? withPlaces(value, THOUSAND + 1) : value;
  return `${toPlain(told)}${unit === null ? '' : SUFFIX[unit]}`;
}

/** The amount in the unit of a figure; null where it cannot be, as a percentage of money. */
export function amountIn({ value, unit }: Amount, wanted: Unit): Decimal | null {
  if (unit === null || unit === wanted) return value;
  if (unit === 'percent' || wanted === 'percent' || unit === 'count') return null;
  if (wanted === 'count' && unit === 'EUR') return null;
  const powers = { MEUR: MILLION, EUR: 0, thousand: THOUSAND, count: 0 } as const;
  return times(value, powers[unit] - powers[wanted]);
}

/** Times ten to a power, exactly, without needless zeros. */
function times({ units, places }: Decimal, power: number): Decimal {
  const left = places - power;
  if (left <= 0) return { units: units * 10n ** BigInt(-left), places: 0 };
  return units % 10n === 0n
    ? times({ units: units / 10n, places: places - 1 }, power)
    : { units, places: left };
}
