import type { Weight } from './fonts.ts';
import { widthOf } from './text.ts';
import { INK } from './theme.ts';

export type Anchor = 'start' | 'middle' | 'end';
export type Place = readonly [x: number, y: number];
export type TextMark = {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly anchor: Anchor;
  readonly fill: string;
};
export type Mark =
  | TextMark
  | { kind: 'rect'; x: number; y: number; width: number; height: number; radius: number; fill: string }
  | { kind: 'line'; points: readonly Place[]; width: number; dash: string; fill: string }
  | { kind: 'symbol'; x: number; y: number; shape: Shape; hollow: boolean; fill: string };

export const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'inverted'] as const;
export type Shape = (typeof SHAPES)[number];

/** A picture as marks at fixed places, before it is written as SVG. */
export type Scene = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] };

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** What a layout gives back: its marks and where it ends. */
export type Drawn = { readonly marks: readonly Mark[]; readonly bottom: number };

/** What a text covers, accents and descenders included. */
export function boxOf({ x, y, text, size, weight, anchor }: TextMark): Box {
  const width = widthOf(text, size, weight);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, top: y - 0.8 * size, right: left + width, bottom: y + 0.22 * size };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

type Style = Pick<TextMark, 'size'> & Partial<Pick<TextMark, 'weight' | 'fill' | 'anchor'>>;

export function textMark(text: string, x: number, y: number, style: Style): TextMark {
  return { kind: 'text', text, x, y, weight: 400, fill: INK.strong, anchor: 'start', ...style };
}

export function lineMark(from: Place, to: Place, width: number, fill: string, dash = ''): Mark {
  return { kind: 'line', points: [from, to], width, dash, fill };
}

export function rectMark({ left, top, right, bottom }: Box, fill: string, radius = 0): Mark {
  return { kind: 'rect', x: left, y: top, width: right - left, height: bottom - top, radius, fill };
}
