import { scaleLinear } from 'd3-scale';
import { type Bar, barMarks, FIGURE_GAP, figureHeight, figureWidth } from './bar.ts';
import { centred, type Drawn, lineMark, type Mark } from './scene.ts';
import { widthOf, wrap } from './text.ts';
import { INK, INNER, LINE_HEIGHT, PAD, SIZE, WIDTH } from './theme.ts';

export type Row = { readonly label: string; readonly bars: readonly Bar[] };

/** Sizes of a row; `track` is the length of the pale bar behind each, the whole that they are parts of. */
export type Look = {
  readonly size: number;
  readonly bar: number;
  readonly between: number;
  readonly labelLines: number;
  readonly track: number | null;
};

type Labels = readonly (readonly string[])[];

const LEAST_BARS = 190;
const WIDEST_LABEL = 330;
const LABEL_GAP = 16;
const BETWEEN_BARS = 3;

/** Rows of horizontal bars: names on the left, or above their bars where they are too long for that. */
export function rowsOf(rows: readonly Row[], look: Look, top: number): Drawn {
  const figures = Math.max(...rows.flatMap(({ bars }) => bars.map((bar) => figureWidth(bar, look.size))));
  const room = Math.min(WIDEST_LABEL, INNER - figures - LEAST_BARS - LABEL_GAP - FIGURE_GAP);
  const beside = rows.map(({ label }) => wrap(label, room, look.size, 400, look.labelLines));
  const above = beside.flat().some((line) => line.includes('…'));
  const labels = above ? rows.map(({ label }) => wrap(label, INNER, look.size, 400, 1)) : beside;
  const widest = Math.max(0, ...labels.flat().map((line) => widthOf(line, look.size, 400)));
  const left = above ? PAD : PAD + widest + LABEL_GAP;
  const x = lengths(rows, look, left, WIDTH - PAD - figures - FIGURE_GAP);
  const stacked = { ...look, bar: Math.min(look.bar, SIZE.caption), between: look.between - 3 };
  return above ? stack(rows, labels, x, stacked, top) : columns(rows, labels, x, look, top);
}

function lengths(rows: readonly Row[], { track }: Look, left: number, right: number) {
  const values = rows.flatMap(({ bars }) => bars.flatMap(({ value, target }) => [value ?? 0, target ?? 0]));
  return scaleLinear([Math.min(0, ...values), Math.max(0, track ?? 0, ...values)], [left, right]);
}

function columns(
  rows: readonly Row[],
  labels: Labels,
  x: (value: number) => number,
  look: Look,
  top: number,
): Drawn {
  const marks: Mark[] = [];
  const leading = look.size * LINE_HEIGHT;
  let y = top;
  for (const [at, row] of rows.entries()) {
    const lines = labels[at] ?? [];
    const height = Math.max(lines.length * leading, barsHeight(row, look));
    marks.push(...centred(lines, PAD, y + height / 2, { size: look.size, leading }));
    marks.push(...rowMarks(row, x, y + height / 2, look));
    y += height + look.between;
  }
  const bottom = y - look.between;
  return { marks: [...marks, baseline(x(0), top, bottom)], bottom };
}

/** Each name over its bars, as wide as the picture. */
function stack(
  rows: readonly Row[],
  labels: Labels,
  x: (value: number) => number,
  look: Look,
  top: number,
): Drawn {
  const marks: Mark[] = [];
  const leading = look.size * LINE_HEIGHT;
  let y = top;
  for (const [at, row] of rows.entries()) {
    const lines = labels[at] ?? [];
    const [names, height] = [lines.length * leading, barsHeight(row, look)];
    marks.push(...centred(lines, PAD, y + names / 2, { size: look.size, leading }));
    marks.push(...rowMarks(row, x, y + names + 2 + height / 2, look));
    marks.push(baseline(x(0), y + names + 2, y + names + 2 + height));
    y += names + height + look.between;
  }
  return { marks, bottom: y - look.between };
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

function baseline(x: number, top: number, bottom: number): Mark {
  return lineMark([x, top - 3], [x, bottom + 3], 2, INK.soft);
}
