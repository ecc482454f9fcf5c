import type { Series } from '../../cards/charts/spec.ts';
import { lineMark, type Mark, type Place, rectMark, textMark } from './scene.ts';
import { widthOf, wrap } from './text.ts';
import { INK, LINE_HEIGHT, PAD, SIZE, WIDTH } from './theme.ts';

type Label = { readonly lines: readonly string[]; readonly value: string; readonly height: number };

/** The names and last values on the right of the lines: how wide and how high they are together. */
export type Gutter = { readonly labels: readonly Label[]; readonly width: number; readonly height: number };

const ROOM = 176;
const LEADER = 40;
const SPACE = 12;
const NAME = SIZE.caption;
const leading = NAME * LINE_HEIGHT;

export function gutterOf(series: readonly Series[]): Gutter {
  const labels = series.map(({ label, points }): Label => {
    const lines = wrap(label, ROOM, NAME, 400, 3);
    const height = lines.length * leading + SIZE.dense * LINE_HEIGHT + SPACE;
    return { lines, value: points.at(-1)?.text ?? '', height };
  });
  const widths = labels.flatMap(({ lines, value }) => [
    ...lines.map((line) => widthOf(line, NAME, 400)),
    widthOf(value, SIZE.dense, 600),
  ]);
  const height = labels.reduce((sum, label) => sum + label.height, 0);
  return { labels, width: Math.max(...widths) + LEADER, height };
}

/** Each name beside the end of its line, moved up or down where they would meet, and led to by a thin line. */
export function endLabels(
  paths: readonly (readonly Place[])[],
  fills: readonly string[],
  { labels, width }: Gutter,
  top: number,
  bottom: number,
): readonly Mark[] {
  const left = WIDTH - PAD - width + LEADER;
  const ends = paths.map((path): Place => path.at(-1) ?? [left, top]);
  const blocks = labels.map(({ height }, at) => ({ height, middle: ends[at]?.[1] ?? top }));
  const middles = spread(blocks, top, bottom + SPACE);
  return labels.flatMap((label, at) =>
    labelMarks(label, ends[at] ?? [left, top], [left, middles[at] ?? top], fills[at] ?? INK.strong),
  );
}

function labelMarks(label: Label, end: Place, [left, middle]: Place, fill: string): readonly Mark[] {
  const first = middle - (label.height - SPACE) / 2 + NAME * 0.86;
  const last = first + label.lines.length * leading + 2;
  return [
    lineMark(end, [left - 8, middle], 1.5, fill, '3 4'),
    rectMark({ left: left - 8, top: middle - 20, right: left - 4, bottom: middle + 20 }, fill, 2),
    ...label.lines.map((line, row) => textMark(line, left, first + row * leading, { size: NAME })),
    textMark(label.value, left, last, { size: SIZE.dense, weight: 600 }),
  ];
}

/** Middles pushed apart so that blocks of these heights do not overlap, in their order, within top and bottom. */
function spread(blocks: readonly { middle: number; height: number }[], top: number, bottom: number) {
  const placed = blocks.map((block, at) => ({ ...block, at })).sort((a, b) => a.middle - b.middle);
  let edge = top;
  for (const block of placed) {
    block.middle = Math.max(block.middle, edge + block.height / 2);
    edge = block.middle + block.height / 2;
  }
  edge = bottom;
  for (const block of placed.reverse()) {
    block.middle = Math.min(block.middle, edge - block.height / 2);
    edge = block.middle - block.height / 2;
  }
  return placed.sort((a, b) => a.at - b.at).map(({ middle }) => middle);
}
