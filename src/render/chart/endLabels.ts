import type { Series } from '../../cards/charts/spec.ts';
import { spread } from './place.ts';
import { lineMark, type Mark, type Traced, textMark } from './scene.ts';
import { widthOf, wrap } from './text.ts';
import { LINE_HEIGHT, PAD, SIZE, WIDTH } from './theme.ts';

type Label = { readonly lines: readonly string[]; readonly said: string; readonly height: number };

/** The names and last values on the right of the lines: how wide and how high they are together. */
export type Gutter = { readonly labels: readonly Label[]; readonly width: number; readonly height: number };

const ROOM = 196;
const LEADER = 40;
const SPACE = 12;
const NAME = SIZE.caption;
const leading = NAME * LINE_HEIGHT;

export function gutterOf(series: readonly Series[]): Gutter {
  const labels = series.map(({ label, points }): Label => {
    const lines = wrap(label, ROOM, NAME, 400, 3);
    const said = points.at(-1)?.said ?? '';
    return { lines, said, height: lines.length * leading + SIZE.dense * LINE_HEIGHT + SPACE };
  });
  const widths = labels.flatMap(({ lines, said }) => [
    ...lines.map((line) => widthOf(line, NAME, 400)),
    widthOf(said, SIZE.dense, 600),
  ]);
  const height = labels.reduce((sum, label) => sum + label.height, 0);
  return { labels, width: Math.max(...widths) + LEADER, height };
}

/** Each name beside the end of its line, moved up or down where they would meet, and led to by a thin line. */
export function endLabels(
  traced: readonly Traced[],
  gutter: Gutter,
  top: number,
  bottom: number,
): readonly Mark[] {
  const blocks = traced.map(({ points }, at) => ({
    middle: points.at(-1)?.[1] ?? top,
    height: gutter.labels[at]?.height ?? 0,
  }));
  const middles = spread(blocks, top, bottom + SPACE);
  const left = WIDTH - PAD - gutter.width + LEADER;
  return traced.flatMap((line, at): readonly Mark[] => {
    const label = gutter.labels[at];
    return label ? labelMarks(line, label, left, middles[at] ?? top) : [];
  });
}

function labelMarks({ points, fill }: Traced, label: Label, left: number, middle: number): readonly Mark[] {
  const end = points.at(-1) ?? [left, middle];
  const first = middle - (label.height - SPACE) / 2 + NAME * 0.86;
  const last = first + label.lines.length * leading + 2;
  return [
    lineMark(end, [left - 8, middle], 1.5, fill, '3 4'),
    { kind: 'rect', x: left - 8, y: middle - 20, width: 4, height: 40, radius: 2, fill },
    ...label.lines.map((line, row) => textMark(line, left, first + row * leading, { size: NAME })),
    textMark(label.said, left, last, { size: SIZE.dense, weight: 600 }),
  ];
}
