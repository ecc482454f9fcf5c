import { type Box, boxOf, type Mark, type Place, type TextMark } from './scene.ts';

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A text where it covers neither another one nor a line; null where none of the places is free. */
export function firstFree(
  candidates: readonly TextMark[],
  taken: readonly Box[],
  paths: readonly (readonly Place[])[],
  within: Box,
): TextMark | null {
  const free = (mark: TextMark, avoid: readonly (readonly Place[])[]) => {
    const box = boxOf(mark);
    return inside(box, within) && !taken.some((other) => overlap(box, other)) && !crossed(box, avoid);
  };
  return candidates.find((mark) => free(mark, paths)) ?? null;
}

export function boxesOf(marks: readonly Mark[]): readonly Box[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [boxOf(mark)] : []));
}

function inside(box: Box, outer: Box): boolean {
  return (
    box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom
  );
}

/** Whether a path runs through a box, looked at every few pixels. */
function crossed(box: Box, paths: readonly (readonly Place[])[]): boolean {
  return paths.some((points) =>
    points.some(([x, y], at) => {
      const [nextX, nextY] = points[at + 1] ?? [x, y];
      const steps = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / 4));
      return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((part) =>
        holds(box, x + (nextX - x) * part, y + (nextY - y) * part),
      );
    }),
  );
}

function holds({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  return x > left && x < right && y > top && y < bottom;
}

/** Middles pushed apart so that blocks of these heights do not overlap, in their order, within top and bottom. */
export function spread(blocks: readonly { middle: number; height: number }[], top: number, bottom: number) {
  const middles = blocks.map(({ middle }) => middle);
  const order = middles.map((_, at) => at).sort((a, b) => (middles[a] ?? 0) - (middles[b] ?? 0));
  const heightOf = (at: number) => blocks[at]?.height ?? 0;
  let edge = top;
  for (const at of order) {
    middles[at] = Math.max(middles[at] ?? 0, edge + heightOf(at) / 2);
    edge = (middles[at] ?? 0) + heightOf(at) / 2;
  }
  edge = bottom;
  for (const at of order.reverse()) {
    middles[at] = Math.min(middles[at] ?? 0, edge - heightOf(at) / 2);
    edge = (middles[at] ?? 0) - heightOf(at) / 2;
  }
  return middles;
}
