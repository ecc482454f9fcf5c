import type { Point } from '../../cards/charts/spec.ts';
import { type Box, boxOf, overlap, type Place, type TextMark, textMark } from './scene.ts';
import { SIZE } from './theme.ts';

/** Between two values in one line, so that they are not read as one. */
const APART = 8;

/**
 * The values of a line beside its points: the last, the first, the highest, the lowest, then what has room. None covers
 * another one or the line; the first two may cover the line rather than be missing. A value that stays is said once.
 */
export function pointLabels(
  points: readonly Point[],
  path: readonly Place[],
  within: Box,
  taken: readonly Box[],
): readonly TextMark[] {
  const labels: TextMark[] = [];
  for (const at of byWeight(points)) {
    const [x, y] = path[at] ?? [0, 0];
    const free = candidates(points[at]?.short ?? '', x, y).filter((mark) => {
      const box = boxOf(mark);
      const wide = { ...box, left: box.left - APART, right: box.right + APART };
      return inside(box, within) && ![...taken, ...labels.map(boxOf)].some((other) => overlap(wide, other));
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
  const weighed = new Set([order.length - 1, 0, sorted[0] ?? 0, sorted.at(-1) ?? 0, ...order]);
  return [...weighed].filter((at) => isSaid(points, at));
}

/** Of points that say the same in a row the first, or the last where the line ends with them. */
function isSaid(points: readonly Point[], at: number): boolean {
  const said = points[at]?.short;
  const last = points.length - 1;
  const toTheEnd = points.slice(at).every(({ short }) => short === said);
  return toTheEnd ? at === last : points[at - 1]?.short !== said;
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
