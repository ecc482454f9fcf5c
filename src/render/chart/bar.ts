import type { Bar } from '../../cards/charts/spec.ts';
import { type Mark, rectMark, textMark } from './scene.ts';
import { widthOf } from './text.ts';
import { INK, SIZE } from './theme.ts';

export type FilledBar = Bar & { readonly fill: string };

type Look = { readonly size: number; readonly bar: number; readonly track: number | null };

export const FIGURE_GAP = 12;
const BELOW = SIZE.caption;

/** The bar, its target and, right of both, its figure; one below zero has its figure right of zero. */
export function barMarks(
  bar: FilledBar,
  x: (value: number) => number,
  middle: number,
  look: Look,
): readonly Mark[] {
  const [value, target, track] = [bar.value ?? 0, x(bar.target ?? 0), x(look.track ?? 0)];
  const [top, bottom] = [middle - look.bar / 2, middle + look.bar / 2];
  const [left, right] = [x(Math.min(0, value)), x(Math.max(0, value))];
  const goal = { left: target - 2.5, top: top - 5, right: target + 2.5, bottom: bottom + 5 };
  return [
    ...(look.track === null ? [] : [rectMark({ left: x(0), top, right: track, bottom }, INK.track, 2)]),
    ...(value === 0 ? [] : [rectMark({ left, top, right: Math.max(right, left + 2), bottom }, bar.fill, 2)]),
    ...(bar.target === null ? [] : [rectMark(goal, INK.strong, 2)]),
    ...figureMarks(bar, Math.max(right, target, track) + FIGURE_GAP, middle, look.size),
  ];
}

function figureMarks({ text, below, value }: Bar, x: number, middle: number, size: number): readonly Mark[] {
  const style = value === null ? { size: BELOW, fill: INK.soft } : { size, weight: 600 as const };
  if (below === '') return [textMark(text, x, middle + 0.36 * style.size, style)];
  return [
    textMark(text, x, middle - 0.1 * size, style),
    textMark(below, x, middle + BELOW * 1.02, { size: BELOW, fill: INK.soft }),
  ];
}

export function figureWidth({ text, below, value }: Bar, size: number): number {
  const strong = value === null ? widthOf(text, BELOW, 400) : widthOf(text, size, 600);
  return Math.max(strong, widthOf(below, BELOW, 400));
}

export function figureHeight({ below }: Bar, size: number): number {
  return below === '' ? size : size + BELOW * 1.3;
}
