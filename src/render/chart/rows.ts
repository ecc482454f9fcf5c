import { scaleLinear } from 'd3-scale';
import { ELLIPSIS } from '../../cards/charts/shorten.ts';
import { barMarks, FIGURE_GAP, type FilledBar, figureHeight, figureWidth } from './bar.ts';
import { type Drawn, lineMark, type Mark, textMark } from './scene.ts';
import { widthOf, wrap } from './text.ts';
import { INK, INNER, LINE_HEIGHT, PAD, SIZE, WIDTH } from './theme.ts';

type Row = { readonly label: string; readonly bars: readonly FilledBar[] };

/** Sizes of a row; `track` is the length of the pale bar behind each, the whole that they are parts of. */
export type Look = {
  readonly size: number;
  readonly bar: number;
  readonly between: number;
  readonly labelLines: number;
  readonly track: number | null;
};

/** So many rows may have names of two lines above their bars. */
const FEW_ABOVE = 6;
const LEAST_BARS = 190;
const WIDEST_LABEL = 330;
const LABEL_GAP = 16;
const BETWEEN_BARS = 3;

/** Rows of horizontal bars: names on the left, or above their bars where they are too long for that. */
export function rowsOf(rows: readonly Row[], given: Look, top: number): Drawn {
  const { size, labelLines } = given;
  const figures = Math.max(...rows.flatMap(({ bars }) => bars.map((bar) => figureWidth(bar, size))));
  const room = Math.min(WIDEST_LABEL, INNER - figures - LEAST_BARS - LABEL_GAP - FIGURE_GAP);
  const beside = rows.map(({ label }) => wrap(label, room, size, 400, labelLines));
  const above = beside.flat().some((line) => line.includes(ELLIPSIS));
  const labels = above
    ? rows.map(({ label }) => wrap(label, INNER, size, 400, rows.length > FEW_ABOVE ? 1 : 2))
    : beside;
  const widest = Math.max(0, ...labels.flat().map((line) => widthOf(line, size, 400)));
  const left = above ? PAD : PAD + widest + LABEL_GAP;
  const x = lengths(rows, given, left, WIDTH - PAD - figures - FIGURE_GAP);
  const stacked = { ...given, bar: Math.min(given.bar, SIZE.caption), between: given.between - 3 };
  return placed(rows, labels, x, above ? stacked : given, above, top);
}

function lengths(rows: readonly Row[], { track }: Look, left: number, right: number) {
  const values = rows.flatMap(({ bars }) => bars.flatMap(({ value, target }) => [value ?? 0, target ?? 0]));
  return scaleLinear([Math.min(0, ...values), Math.max(0, track ?? 0, ...values)], [left, right]);
}

/** One row under the other, with one baseline for all, or with one for each where a name stands above it. */
function placed(
  rows: readonly Row[],
  labels: readonly (readonly string[])[],
  x: (value: number) => number,
  look: Look,
  above: boolean,
  top: number,
): Drawn {
  const marks: Mark[] = [];
  const baseline = (from: number, to: number) => lineMark([x(0), from - 3], [x(0), to + 3], 2, INK.soft);
  let y = top;
  for (const [at, row] of rows.entries()) {
    const lines = labels[at] ?? [];
    const [names, bars] = [lines.length * look.size * LINE_HEIGHT, barsHeight(row, look)];
    const height = above ? names + bars : Math.max(names, bars);
    const start = above ? y + names + 2 : y;
    marks.push(...nameMarks(lines, y + (above ? names : height) / 2, look.size));
    marks.push(...rowMarks(row, x, start + (above ? bars : height) / 2, look));
    if (above) marks.push(baseline(start, start + bars));
    y += height + look.between;
  }
  const bottom = y - look.between;
  return { marks: above ? marks : [...marks, baseline(top, bottom)], bottom };
}

/** Lines one under the other around a middle height. */
function nameMarks(lines: readonly string[], middle: number, size: number): readonly Mark[] {
  const leading = size * LINE_HEIGHT;
  const first = middle - ((lines.length - 1) * leading) / 2 + 0.36 * size;
  return lines.map((line, at) => textMark(line, PAD, first + at * leading, { size }));
}

function rowMarks({ bars }: Row, x: (value: number) => number, middle: number, look: Look): readonly Mark[] {
  const pitch = look.bar + BETWEEN_BARS;
  const first = middle - ((bars.length - 1) * pitch) / 2;
  return bars.flatMap((bar, at) => barMarks(bar, x, first + at * pitch, look));
}

function barsHeight({ bars }: Row, look: Look): number {
  const figures = bars.length > 1 ? 0 : Math.max(...bars.map((bar) => figureHeight(bar, look.size)));
  return Math.max(bars.length * (look.bar + BETWEEN_BARS), figures);
}
