import { scaleLinear, scaleUtc } from 'd3-scale';
import type { LinesSpec, Point } from '../../cards/charts/spec.ts';
import { dateMarks, valueTicks } from './axes.ts';
import { endLabels, type Gutter, gutterOf } from './endLabels.ts';
import { jumpMarks, pointKey } from './lineNotes.ts';
import { pointLabels } from './pointLabels.ts';
import {
  boxOf,
  type Drawn,
  lineMark,
  type Mark,
  type Place,
  rectMark,
  SHAPES,
  type Shape,
  textMark,
} from './scene.ts';
import { widthOf } from './text.ts';
import { fillOf, GROUND, INK, PAD, PLAIN, SIZE, shades, WIDTH } from './theme.ts';

const LEAST_HEIGHT = 290;
/** The height of the dates under the axis. */
const DATES = 60;

/** A line for each series: the values of one beside its points, the names of several at their ends. */
export function plot(spec: LinesSpec, given: number): Drawn {
  const { series, locale, jumps } = spec;
  const key = pointKey(spec.points, given);
  const top = key.bottom;
  const gutter = series.length > 1 ? gutterOf(series) : null;
  const { x, y, axis, dates, left, right, bottom } = scales(spec, gutter, top);
  const paths = series.map(({ points }) => points.map(({ date, value }): Place => [x(date), y(value)]));
  const fills = fillsOf(spec);
  const unit = textMark(axis.caption, PAD, top + 16, { size: SIZE.caption, fill: INK.soft });
  const noted = jumpMarks(jumps, x, { left: boxOf(unit).right + 12, right, top, bottom });
  const must = jumps.map(({ date }) => date);
  const within = { left: left + 2, right: WIDTH - PAD, top, bottom: bottom - 3 };
  const marks = [
    ...key.marks,
    ...(axis.caption === '' ? [] : [unit]),
    ...axis.ticks.flatMap(({ value, text }) => gridMarks(y(value), text, left, right, value === 0)),
    ...noted,
    ...dateMarks(dates, must, x, bottom, locale),
    ...paths.flatMap((path, at) =>
      lineMarks(path, series[at]?.points ?? [], fills[at], SHAPES[at % SHAPES.length]),
    ),
    ...(gutter
      ? endLabels(paths, fills, gutter, top, bottom)
      : pointLabels(
          series[0]?.points ?? [],
          paths[0] ?? [],
          within,
          [unit, ...noted].flatMap(boxesOf),
        ).flatMap((text) => [rectMark(boxOf(text), GROUND), text])),
  ];
  return { marks, bottom: bottom + DATES };
}

/** Where values and dates fall; the value axis begins at zero, so that a slope is not made to look steeper. */
function scales(spec: LinesSpec, gutter: Gutter | null, top: number) {
  const points = spec.series.flatMap((each) => each.points);
  const values = points.map(({ value }) => value);
  const dates = [...new Set(points.map(({ date }) => date))].sort();
  const bottom = top + Math.max(LEAST_HEIGHT, gutter?.height ?? 0);
  const y = scaleLinear([Math.min(0, ...values), Math.max(...values, 0)], [bottom, top + 44]).nice(4);
  const axis = valueTicks(y, spec);
  const left = PAD + Math.max(...axis.ticks.map(({ text }) => widthOf(text, SIZE.dense, 400))) + 12;
  const right = WIDTH - PAD - (gutter?.width ?? 0);
  const times = [dates[0] ?? 0, dates.at(-1) ?? 0].map((date) => new Date(date));
  const time = scaleUtc(times, [left + 28, right - (gutter ? 14 : 48)]);
  return { x: (date: string) => time(new Date(date)), y, axis, dates, left, right, bottom };
}

/** The colours of the axes, or shades where those would not tell the lines apart. */
function fillsOf({ series }: LinesSpec): readonly string[] {
  const fills = series.map(({ hue }) => fillOf(hue));
  const distinct = series.length === 1 || (new Set(fills).size === fills.length && !fills.includes(PLAIN));
  return distinct ? fills : shades(series.length);
}

function lineMarks(
  path: readonly Place[],
  points: readonly Point[],
  fill = INK.strong,
  shape: Shape = 'circle',
): readonly Mark[] {
  const symbols = path.map(([x, y], at): Mark => {
    return { kind: 'symbol', x, y, shape, hollow: points[at]?.hollow ?? false, fill };
  });
  return [{ kind: 'line', points: path, width: 4, dash: '', fill }, ...symbols];
}

function boxesOf(mark: Mark) {
  return mark.kind === 'text' ? [boxOf(mark)] : [];
}

function gridMarks(y: number, text: string, left: number, right: number, zero: boolean): readonly Mark[] {
  return [
    lineMark([left, y], [right, y], 2, zero ? INK.soft : INK.grid),
    textMark(text, left - 10, y + 0.36 * SIZE.dense, { size: SIZE.dense, fill: INK.soft, anchor: 'end' }),
  ];
}
