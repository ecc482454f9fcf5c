import { type Mark, textMark } from './scene.ts';
import { widthOf } from './text.ts';
import { INK, SIZE } from './theme.ts';

/** One bar with what stands beside it; a `value` of null is words without a bar. */
export type Bar = {
  readonly value: number | null;
  readonly fill: string;
  readonly said: string;
  /** Smaller, under `said`; empty for none. */
  readonly below: string;
  readonly target: number | null;
};

type Look = { readonly size: number; readonly bar: number; readonly track: number | null };

export const FIGURE_GAP = 12;
const BELOW = SIZE.caption;

/** The bar, its target and, right of both, its figure; one below zero has its figure right of zero. */
export function barMarks(
  bar: Bar,
  x: (value: number) => number,
  middle: number,
  look: Look,
): readonly Mark[] {
  const { value, target } = bar;
  const y = middle - look.bar / 2;
  const [from, to] = [x(Math.min(0, value ?? 0)), x(Math.max(0, value ?? 0))];
  const end = Math.max(to, x(target ?? 0), x(look.track ?? 0));
  return [
    ...(look.track === null ? [] : [rect(x(0), x(look.track), y, look.bar, INK.track)]),
    ...(value === null || value === 0 ? [] : [rect(from, Math.max(to, from + 2), y, look.bar, bar.fill)]),
    ...(target === null ? [] : [rect(x(target) - 2.5, x(target) + 2.5, y - 5, look.bar + 10, INK.strong)]),
    ...figureMarks(bar, end + FIGURE_GAP, middle, look.size),
  ];
}

function rect(left: number, right: number, y: number, height: number, fill: string): Mark {
  return { kind: 'rect', x: left, y, width: right - left, height, radius: 2, fill };
}

function figureMarks({ said, below, value }: Bar, x: number, middle: number, size: number): readonly Mark[] {
  const style = value === null ? { size: BELOW, fill: INK.soft } : { size, weight: 600 as const };
  if (below === '') return [textMark(said, x, middle + 0.36 * style.size, style)];
  return [
    textMark(said, x, middle - 0.1 * size, style),
    textMark(below, x, middle + BELOW * 1.02, { size: BELOW, fill: INK.soft }),
  ];
}

export function figureWidth({ said, below, value }: Bar, size: number): number {
  const strong = value === null ? widthOf(said, BELOW, 400) : widthOf(said, size, 600);
  return Math.max(strong, widthOf(below, BELOW, 400));
}

export function figureHeight({ below }: Bar, size: number): number {
  return below === '' ? size : size + BELOW * 1.3;
}
