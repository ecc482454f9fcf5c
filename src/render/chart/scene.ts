import type { Series } from '../../cards/charts/spec.ts';
import type { Weight } from './fontFiles.ts';
import { widthOf } from './text.ts';
import { INK } from './theme.ts';

export type Anchor = 'start' | 'middle' | 'end';
export type Place = readonly [x: number, y: number];
type Style = { readonly fill: string };
export type TextMark = Style & {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly anchor: Anchor;
};
export type Mark =
  | TextMark
  | (Style & { readonly kind: 'rect'; x: number; y: number; width: number; height: number; radius: number })
  | (Style & {
      readonly kind: 'line';
      points: readonly Place[];
      width: number;
      dash: string;
    })
  | (Style & { readonly kind: 'symbol'; x: number; y: number; shape: Shape });

export const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'ring'] as const;
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

type TextStyle = {
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: string;
  readonly anchor?: Anchor;
};

export function textMark(text: string, x: number, y: number, style: TextStyle): TextMark {
  return { kind: 'text', text, x, y, weight: 400, fill: INK.strong, anchor: 'start', ...style };
}

export function lineMark(from: Place, to: Place, width: number, fill: string, dash = ''): Mark {
  return { kind: 'line', points: [from, to], width, dash, fill };
}

/** Lines one under the other around a middle height. */
export function centred(
  lines: readonly string[],
  x: number,
  middle: number,
  style: TextStyle & { leading: number },
) {
  const { leading, ...rest } = style;
  const first = middle - ((lines.length - 1) * leading) / 2 + 0.36 * style.size;
  return lines.map((line, at) => textMark(line, x, first + at * leading, rest));
}

/** A series where it is drawn. */
export type Traced = {
  readonly series: Series;
  readonly fill: string;
  readonly shape: Shape;
  readonly points: readonly Place[];
};
