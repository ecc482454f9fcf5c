import type { ScaleLinear } from 'd3-scale';
import type { LinesSpec } from '../../cards/charts/spec.ts';
import { chartWords } from '../../cards/charts/words.ts';
import { day, number } from '../../locale/format.ts';
import { decimal } from '../../model/decimal.ts';
import type { Locale } from '../../model/locale.ts';
import { boxOf, lineMark, type Mark, overlap, type TextMark, textMark } from './scene.ts';
import { INK, SIZE } from './theme.ts';

const TICKS = 4;
const MILLION = 1e6;
const DATE_GAP = 10;

/** The lines of a value axis with their numbers, each once, as they read; the unit stands above, percent on each. */
export function valueTicks(y: ScaleLinear<number, number>, { unit, locale }: LinesSpec) {
  const ticks = y.ticks(TICKS);
  const inMillions = unit === 'EUR' && Math.max(...ticks.map(Math.abs)) >= MILLION;
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) / (inMillions ? MILLION : 1);
  const places = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const texts = ticks.map((value) => {
    const exact = decimal((inMillions ? value / MILLION : value).toFixed(places));
    return `${exact ? number(exact, locale) : ''}${unit === 'percent' ? '%' : ''}`;
  });
  const caption = unit === 'MEUR' || inMillions ? chartWords[locale].million : unit === 'EUR' ? '€' : '';
  const told = ticks.map((value, at) => ({ value, text: texts[at] ?? '' }));
  return { caption, ticks: told.filter(({ text }, at) => texts.indexOf(text) === at) };
}

/**
 * Dates under the axis at their place in time, day above year; where there is no room for all, regular ones, unless
 * one that `must` be there is not among those.
 */
export function dateMarks(
  dates: readonly string[],
  must: readonly string[],
  x: (date: string) => number,
  y: number,
  locale: Locale,
) {
  const labels = dates.map((date) => dateLabel(date, x(date), y, locale));
  const needed = labels.filter((_, at) => must.includes(dates[at] ?? ''));
  const notches = dates.map((date): Mark => lineMark([x(date), y], [x(date), y + 7], 2, INK.soft));
  const [regular, packed] = [everyNth(labels), asManyAsFit(labels, needed)];
  const whole = needed.every((label) => regular.includes(label));
  return [...notches, ...(packed.length > regular.length || !whole ? packed : regular).flat()];
}

type DateLabel = readonly TextMark[];

function dateLabel(date: string, x: number, y: number, locale: Locale): DateLabel {
  const full = day(date, locale);
  const year = date.slice(0, 4);
  const style = { size: SIZE.dense, fill: INK.soft, anchor: 'middle' as const };
  return [
    textMark(full.replace(/[ .]?\d{4}$/, ''), x, y + 31, style),
    textMark(year, x, y + 31 + SIZE.dense * 1.15, style),
  ];
}

/** Every one, or every second, third …, counted from the last. */
function everyNth(labels: readonly DateLabel[]): readonly DateLabel[] {
  for (let nth = 1; nth < labels.length; nth += 1) {
    const chosen = labels.filter((_, at) => (labels.length - 1 - at) % nth === 0);
    if (chosen.every((label, at) => at === 0 || !meet(label, chosen[at - 1]))) return chosen;
  }
  return labels.slice(-1);
}

function asManyAsFit(labels: readonly DateLabel[], needed: readonly DateLabel[]): readonly DateLabel[] {
  const chosen: DateLabel[] = [];
  const [first, last] = [labels[0], labels.at(-1)];
  for (const label of [...needed, last, first, ...labels.slice(1, -1)]) {
    if (label && !chosen.includes(label) && !chosen.some((other) => meet(label, other))) chosen.push(label);
  }
  return chosen;
}

function meet(label: DateLabel, other: DateLabel = []): boolean {
  return label.map(boxOf).some(({ left, right, ...heights }) => {
    const wide = { ...heights, left: left - DATE_GAP, right: right + DATE_GAP };
    return other.some((mark) => overlap(wide, boxOf(mark)));
  });
}
