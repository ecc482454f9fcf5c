import Papa from 'papaparse';
import { publishedFirst } from '../cards/figureGroups.ts';
import { capitalised, shortName, subjectName } from '../cards/words/names.ts';
import { RUNNABLE } from '../check/runnable.ts';
import { formula, number } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import type { Dataset, Subject } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import { type Fact, printedInputs } from '../model/facts.ts';
import { grouped } from '../model/grouped.ts';
import type { Locale } from '../model/locale.ts';

/** One amount of one thing at one date: money in every unit in which it is known, or a count, or a percentage. */
export type Amount = readonly [Fact, ...Fact[]];
type Row = Readonly<Record<string, string>>;

const MILLION = 1_000_000n;

/**
 * Money that is known in millions and in euros is one amount: in two rows a sum would count it twice.
 * Two differences of one thing are two amounts: they differ in what was subtracted.
 */
export function amountsOf(facts: readonly Fact[]): readonly Amount[] {
  const key = (fact: Fact) => {
    const operands = fact.status === 'derived' ? (fact.operands ?? []) : [];
    const about = [fact, ...operands].map(({ subject, measure, asOf }) => `${subject.id} ${measure} ${asOf}`);
    return [...about, isMoney(fact.unit) ? 'money' : fact.unit].join(' ');
  };
  return [...grouped(facts, key).values()].flatMap(([first, ...others]) =>
    first ? [publishedFirst([first, ...others])] : [],
  );
}

function isMoney(unit: Fact['unit']): boolean {
  return unit === 'MEUR' || unit === 'EUR';
}

/** A row for each amount, as printed and in euros, with its sources. */
export function amountRows(amounts: readonly Amount[], dataset: Dataset, locale: Locale): readonly Row[] {
  const { columns, statuses, units, precisions } = phrases[locale];
  return amounts.map((amount) => {
    const [{ subject, measure, value, unit, asOf, status }] = amount;
    const printed = amount.flatMap(printedInputs);
    const euros = eurosOf(amount);
    const distinct = (texts: readonly string[]) => [...new Set(texts)].join(' ');
    return {
      [columns.subject]: subjectName(subject, locale),
      [columns.code]: subject.kind === 'indicator' ? (subject.record.code ?? '') : '',
      [columns.axis]: axisOf(subject, dataset, locale),
      [columns.measure]: measureName(measure, subject, locale),
      [columns.value]: plainNumber(value, locale),
      [columns.unit]: units[unit],
      [columns.euro]: euros ? plainNumber(euros.value, locale) : '',
      [columns.precision]: euros ? precisions[euros.precision] : '',
      [columns.date]: asOf,
      [columns.status]: statuses[status],
      [columns.document]: [...new Set(printed.map(({ source }) => source.document.title[locale]))].join('; '),
      [columns.page]: distinct(printed.map(({ source }) => String(source.page))),
      [columns.printed]: distinct(printed.map(({ source }) => source.printed)),
      [columns.formula]: distinct(
        amount.flatMap((fact) => (fact.status === 'derived' ? formula(fact.formula, locale) : [])),
      ),
      [columns.note]: distinct(amount.flatMap((fact) => fact.notes.map((note) => note[locale]))),
    };
  });
}

/** A row for each thing and date, a column for each measure; null where there is one measure only. */
export function wideRows(
  amounts: readonly Amount[],
  dataset: Dataset,
  locale: Locale,
): readonly Row[] | null {
  const names = [...new Set(amounts.map((amount) => columnOf(amount, locale)))];
  if (names.length < 2) return null;
  const { columns } = phrases[locale];
  const rows = grouped(amounts, ([{ subject, asOf }]) => `${subject.id} ${asOf}`);
  return [...rows.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const [{ subject, asOf }] = first;
    const cells = names.map((name) => {
      const amount = own.find((each) => columnOf(each, locale) === name);
      const value = amount && (eurosOf(amount)?.value ?? amount[0].value);
      return [name, value ? plainNumber(value, locale) : ''];
    });
    return [
      {
        [columns.subject]: subjectName(subject, locale),
        [columns.axis]: axisOf(subject, dataset, locale),
        [columns.date]: asOf,
        ...Object.fromEntries(cells),
      },
    ];
  });
}

/** "Spesa certificata (€)". */
function columnOf([{ measure, unit, subject }]: Amount, locale: Locale): string {
  const { units } = phrases[locale];
  return `${capitalised(measureName(measure, subject, locale))} (${units[isMoney(unit) ? 'EUR' : unit]})`;
}

/** The amount in euros: exact where euros are printed, else as rounded as the millions are; null for counts. */
function eurosOf(
  amount: Amount,
): { readonly value: Decimal; readonly precision: 'exact' | 'rounded' } | null {
  const euros = amount.find(({ unit }) => unit === 'EUR');
  if (euros) return { value: euros.value, precision: 'exact' };
  const [millions] = amount;
  if (millions.unit !== 'MEUR') return null;
  const read = readFrom(millions);
  return read
    ? { value: read.value, precision: 'exact' }
    : { value: inEuros(millions.value), precision: 'rounded' };
}

/** The euros that millions only repeat; a difference from a limit rests on one figure too, and repeats none. */
function readFrom(millions: Fact): Fact | null {
  const [read, ...more] = printedInputs(millions);
  const repeats = read.unit === 'EUR' && more.length === 0 && read.measure === millions.measure;
  return repeats ? read : null;
}

/** 109,8 is 109800000; 20,25 is 20250000: no millions are printed with more than six decimals. */
function inEuros({ units, places }: Decimal): Decimal {
  return { units: (units * MILLION) / 10n ** BigInt(places), places: 0 };
}

function axisOf(subject: Subject, { subjects }: Dataset, locale: Locale): string {
  const id = subject.kind === 'axis' ? subject.id : 'axis' in subject.record ? subject.record.axis : null;
  const axis = id === null ? undefined : subjects.get(id);
  return axis ? shortName(axis, locale) : '';
}

/** The Italian CSV has semicolons, decimal commas, a byte order mark and CRLF, so that Excel opens it as it is. */
export function csvOf(rows: readonly Row[], locale: Locale): string {
  const delimiter = locale === 'it' ? ';' : ',';
  return `\ufeff${Papa.unparse([...rows], { delimiter, newline: '\r\n', escapeFormulae: RUNNABLE })}\r\n`;
}

/** Without thousands: a spreadsheet must read it as a number. */
function plainNumber(value: Decimal, locale: Locale): string {
  const digits = number(value, locale).replace('−', '-');
  return locale === 'it' ? digits.replaceAll('.', '') : digits.replaceAll(',', '');
}
