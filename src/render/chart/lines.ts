import { scaleLinear, scaleUtc } from 'd3-scale';
import type { LinesSpec } from '../../cards/charts/spec.ts';
import { dateMarks, valueTicks } from './axes.ts';
import { endLabels, type Gutter, gutterOf } from './endLabels.ts';
import { framed } from './frame.ts';
import { levelMarks, pointLabels } from './pointLabels.ts';
import {
  boxOf,
  type Drawn,
  lineMark,
  type Mark,
  type Scene,
  SHAPES,
  type Traced,
  textMark,
} from './scene.ts';
import { widthOf } from './text.ts';
import { fillOf, GROUND, INK, PAD, PLAIN, SIZE, shades, WIDTH } from './theme.ts';

const LEAST_HEIGHT = 290;
/** The height of the dates under the axis. */
const DATES = 60;

export function linesScene(spec: LinesSpec): Scene {
  return framed(spec, (top) => plot(spec, top));
}

function plot(spec: LinesSpec, top: number): Drawn {
  const gutter = spec.series.length > 1 ? gutterOf(spec.series) : null;
  const { x, y, axis, dates, left, right, bottom } = scales(spec, gutter, top);
  const traced = trace(spec, x, y);
  const levels = levelMarks(spec.marks, y, traced, { left, right, top, bottom });
  const said = gutter
    ? endLabels(traced, gutter, top, bottom)
    : backed(pointLabels(traced[0], levels, { left: left + 2, right: WIDTH - PAD, top, bottom: bottom - 3 }));
  const { size, fill } = { size: SIZE.caption, fill: INK.soft };
  const marks = [
    ...(axis.caption === '' ? [] : [textMark(axis.caption, PAD, top + 16, { size, fill })]),
    ...axis.ticks.flatMap(({ value, text }) => gridMarks(y(value), text, left, right, value === 0)),
    ...dateMarks(dates, x, bottom, spec.locale),
    ...traced.flatMap(lineMarks),
    ...backed(levels),
    ...said,
  ];
  return { marks, bottom: bottom + DATES };
}

/** Where values and dates fall; the value axis begins at zero, so that a slope is not made to look steeper. */
function scales(spec: LinesSpec, gutter: Gutter | null, top: number) {
  const values = [...spec.series.flatMap(({ points }) => points), ...spec.marks].map(({ value }) => value);
  const dates = [...new Set(spec.series.flatMap(({ points }) => points.map(({ date }) => date)))].sort();
  const bottom = top + Math.max(LEAST_HEIGHT, gutter?.height ?? 0);
  const y = scaleLinear([Math.min(0, ...values), Math.max(...values, 0)], [bottom, top + 44]).nice(4);
  const axis = valueTicks(y, spec);
  const left = PAD + Math.max(...axis.ticks.map(({ text }) => widthOf(text, SIZE.dense, 400))) + 12;
  const right = WIDTH - PAD - (gutter?.width ?? 0);
  const times = [dates[0] ?? 0, dates.at(-1) ?? 0].map((date) => new Date(date));
  const time = scaleUtc(times, [left + 28, right - (gutter ? 14 : 48)]);
  return { x: (date: string) => time(new Date(date)), y, axis, dates, left, right, bottom };
}

function trace({ series }: LinesSpec, x: (date: string) => number, y: (value: number) => number) {
  const fills = series.map(({ hue }) => fillOf(hue));
  const distinct = series.length === 1 || (new Set(fills).size === fills.length && !fills.includes(PLAIN));
  const ramp = shades(series.length);
  return series.map(
    (each, at): Traced => ({
      series: each,
      fill: (distinct ? fills : ramp)[at] ?? INK.strong,
      shape: SHAPES[at % SHAPES.length] ?? 'circle',
      points: each.points.map(({ date, value }) => [x(date), y(value)]),
    }),
  );
}

function lineMarks({ points, fill, shape }: Traced): readonly Mark[] {
  const symbols = points.map(([x, y]): Mark => ({ kind: 'symbol', x, y, shape, fill }));
  return [{ kind: 'line', points, width: 4, dash: '', fill }, ...symbols];
}

/** Texts within the plot stand on the ground, not on the grid. */
function backed(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark): readonly Mark[] => {
    if (mark.kind !== 'text') return [mark];
    const { left: x, top: y, right, bottom } = boxOf(mark);
    return [{ kind: 'rect', x, y, width: right - x, height: bottom - y, radius: 0, fill: GROUND }, mark];
  });
}

function gridMarks(y: number, text: string, left: number, right: number, zero: boolean): readonly Mark[] {
  return [
    lineMark([left, y], [right, y], 2, zero ? INK.soft : INK.grid),
    textMark(text, left - 10, y + 0.36 * SIZE.dense, { size: SIZE.dense, fill: INK.soft, anchor: 'end' }),
  ];
}
