import type { Point } from '../../cards/charts/spec.ts';
import { type Box, boxOf, overlap, type Place, type TextMark, textMark } from './scene.ts';
import { SIZE } from './theme.ts';

/**
 * The values of a line beside its points: the last, the first, the highest, the lowest, then what has room. None covers
 * another one or the line; the first two may cover the line rather than be missing.
 */
export function pointLabels(
  points: readonly Point[],
  path: readonly Place[],
  within: Box,
): readonly TextMark[] {
  const labels: TextMark[] = [];
  for (const at of byWeight(points)) {
    const [x, y] = path[at] ?? [0, 0];
    const free = candidates(points[at]?.short ?? '', x, y).filter((mark) => {
      const box = boxOf(mark);
      return inside(box, within) && !labels.some((label) => overlap(box, boxOf(label)));
    });
    const text =
      free.find((mark) => !crosses(path, boxOf(mark))) ?? (labels.length < 2 ? free[0] : undefined);
    if (text) labels.push(text);
  }
  return labels;
}

function byWeight(points: readonly Point[]): readonly number[] {
  const order = points.map((_, at) => at);
  const sorted = order.toSorted((a, b) => (points[b]?.value ?? 0) - (points[a]?.value ?? 0));
  return [...new Set([order.length - 1, 0, sorted[0] ?? 0, sorted.at(-1) ?? 0, ...order])];
}

function candidates(text: string, x: number, y: number): readonly TextMark[] {
  const style = { size: SIZE.dense, weight: 600 as const };
  const above = [16, 26, 36].flatMap((up) => [
    textMark(text, x, y - up, { ...style, anchor: 'middle' }),
    textMark(text, x + 12, y - up, { ...style, anchor: 'end' }),
    textMark(text, x - 12, y - up, style),
  ]);
  return [...above, textMark(text, x, y + 34, { ...style, anchor: 'middle' })];
}

function inside(box: Box, outer: Box): boolean {
  return (
    box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom
  );
}

/** Whether a path runs through a box, tried every few pixels. */
function crosses(path: readonly Place[], box: Box): boolean {
  return path.some(([x, y], at) => {
    const [nextX, nextY] = path[at + 1] ?? [x, y];
    const steps = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / 4));
    return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((part) => {
      const [left, top] = [x + (nextX - x) * part, y + (nextY - y) * part];
      return overlap(box, { left, top, right: left, bottom: top });
    });
  });
}
