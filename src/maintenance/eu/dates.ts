import { dayIn } from '../../check/text/writtenDay.ts';
import { isDay } from '../../model/schema.ts';
import type { Row } from './cells.ts';

/** Which of two numbers comes first: 31/12/2018 or 12/31/2018. */
type Order = 'day' | 'month';

const WRITTEN =
  /^(?<day>.+?)(?:[T\s]\s*(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?\s*(?:(?<half>[ap])\.?m\.?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/iu;
const PAIR = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/;
/** `2018 Dec 31` and `Dec 31, 2018`. */
const YEAR_FIRST = /^(\d{4})[\s-](\p{L}{3,9})\.?[\s-](\d{1,2})$/u;
const MONTH_FIRST = /^(\p{L}{3,9})\.?\s(\d{1,2}),?\s(\d{4})$/u;

type Written = Readonly<Record<string, string | undefined>>;
/** Of the longest date and time with its zone there are some 40; what is longer is a text, whatever it holds. */
const MOST_LETTERS = 80;

function writtenIn(cell: string): Written {
  const text = cell.trim();
  return (text.length > MOST_LETTERS ? null : WRITTEN.exec(text)?.groups) ?? {};
}

/**
 * How the dates of a file are to be read: the day first or the month, as the dates that can be read in one way only, or
 * the English halves of a day, give away. Null where nothing does.
 */
export function orderOf(cells: readonly string[]): Order | null {
  const written = cells.map(writtenIn).map(({ day = '', half }) => ({ pair: PAIR.exec(day), half }));
  const pairs = written.filter(({ pair }) => pair !== null);
  if (pairs.some(({ pair }) => Number(pair?.[1]) > 12)) return 'day';
  return pairs.some(({ pair, half }) => Number(pair?.[2]) > 12 || half !== undefined) ? 'month' : null;
}

/**
 * The day of a cell as 2018-12-31, null where it is none that exists or may be two. A time with a zone, such as UTC,
 * is a moment: its day is the one in Brussels, where 2018-12-30T23:00Z is the last of the year. One without is local.
 */
export function dayOf(cell: string, order: Order | null): string | null {
  const { day = '', zone, ...time } = writtenIn(cell);
  const iso = calendarDay(day.trim(), order);
  if (iso === null || !isDay(iso)) return null;
  return zone === undefined ? iso : inBrussels(iso, time, zone);
}

function calendarDay(text: string, order: Order | null): string | null {
  const [, first, second, year] = PAIR.exec(text) ?? [];
  if (first && second && year) {
    const isEither = first !== second && Number(first) <= 12 && Number(second) <= 12;
    if (order === null && isEither) return null;
    const [day, month] = order === 'month' ? [second, first] : [first, second];
    return Number(month) > 12 ? null : dayIn(`${year.padStart(4, '20')}-${month}-${day}`);
  }
  const named = YEAR_FIRST.exec(text);
  if (named) return dayIn(`${named[3]} ${named[2]} ${named[1]}`);
  const american = MONTH_FIRST.exec(text);
  if (american) return dayIn(`${american[2]} ${american[1]} ${american[3]}`);
  return dayIn(text.replace(/^(\d{5})[.,]0+$/, '$1'));
}

const BRUSSELS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short' });
const MINUTE = 60_000;

function inBrussels(iso: string, { hour = '0', minute = '0', second = '0', half }: Written, zone: string) {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  const local =
    Date.parse(`${iso}T00:00:00Z`) + (hours * 60 + Number(minute)) * MINUTE + Number(second) * 1000;
  const [, sign, ahead = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (Number(ahead) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return BRUSSELS.format(new Date(local - offset * MINUTE));
}

/** The rows with their dates as 2018-12-31 and their years as 2018; what is none stays as it is. */
export function withPlainDates(rows: readonly Row[]): readonly Row[] {
  const order = orderOf(rows.map(({ cells }) => cells.reference_date ?? ''));
  return rows.map((row) => {
    const { reference_date: date, year = '' } = row.cells;
    const plain = /^(\d)[.,\s]?(\d{3})(?:[.,]0+)?$/.exec(year);
    return {
      ...row,
      cells: {
        ...row.cells,
        year: plain ? `${plain[1]}${plain[2]}` : year,
        ...(date === undefined ? {} : { reference_date: dayOf(date, order) ?? date }),
      },
    };
  });
}
