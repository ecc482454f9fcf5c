import type { LinesSpec } from '../../cards/charts/spec.ts';
import { boxesOf, firstFree } from './place.ts';
import { type Box, lineMark, type Mark, type TextMark, type Traced, textMark } from './scene.ts';
import { INK, SIZE } from './theme.ts';

/** Dashed levels with their names, where no line runs through them if there is such a place. */
export function levelMarks(
  levels: LinesSpec['marks'],
  y: (value: number) => number,
  traced: readonly Traced[],
  within: Box,
): readonly Mark[] {
  const paths = traced.map(({ points }) => points);
  const marks: Mark[] = [];
  for (const { label, said, value } of levels) {
    const at = y(value);
    const style = { size: SIZE.dense, fill: INK.strong };
    const candidates = [at - 8, at + 24].flatMap((baseline) => [
      textMark(`${label} ${said}`, within.left + 8, baseline, style),
      textMark(`${label} ${said}`, within.right - 8, baseline, { ...style, anchor: 'end' }),
    ]);
    const taken = boxesOf(marks);
    const text = firstFree(candidates, taken, paths, within) ?? firstFree(candidates, taken, [], within);
    marks.push(
      lineMark([within.left, at], [within.right, at], 2.5, INK.strong, '9 6'),
      ...(text ? [text] : []),
    );
  }
  return marks;
}

/** The values of a line beside its points: the last, the first, the highest, the lowest, then what has room. */
export function pointLabels(
  line: Traced | undefined,
  around: readonly Mark[],
  within: Box,
): readonly TextMark[] {
  if (!line) return [];
  const paths = [line.points, ...around.flatMap((mark) => (mark.kind === 'line' ? [mark.points] : []))];
  const labels: TextMark[] = [];
  for (const at of byWeight(line)) {
    const [x, y] = line.points[at] ?? [0, 0];
    const taken = [...boxesOf(around), ...boxesOf(labels)];
    const candidates = places(line.series.points[at]?.short ?? '', x, y);
    const text =
      firstFree(candidates, taken, paths, within) ??
      (labels.length < 2 ? firstFree(candidates, taken, [], within) : null);
    if (text) labels.push(text);
  }
  return labels;
}

function places(text: string, x: number, y: number): readonly TextMark[] {
  const style = { size: SIZE.dense, weight: 600 as const };
  const above = [16, 26, 36].flatMap((up) => [
    textMark(text, x, y - up, { ...style, anchor: 'middle' }),
    textMark(text, x + 12, y - up, { ...style, anchor: 'end' }),
    textMark(text, x - 12, y - up, style),
  ]);
  return [...above, textMark(text, x, y + 34, { ...style, anchor: 'middle' })];
}

function byWeight({ series }: Traced): readonly number[] {
  const order = series.points.map((_, at) => at);
  const sorted = [...order].sort((a, b) => (series.points[b]?.value ?? 0) - (series.points[a]?.value ?? 0));
  const last = order.length - 1;
  const first = [last, 0, sorted[0] ?? 0, sorted.at(-1) ?? 0];
  return [...new Set([...first, ...order])];
}
