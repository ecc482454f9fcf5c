import type { Locale } from '../../model/locale.ts';
import type { Unit } from '../../model/measures.ts';

/**
 * Whose colour: the place of an axis among the programme's, from 0, which what belongs to it shares in every picture;
 * `plain` for what belongs to none.
 */
export type Hue = number | 'plain';

/** A figure to draw: `value` sets a length in the unit of the chart, `text` is what stands beside it. */
export type Datum = { readonly value: number; readonly text: string };

/** What every picture has; title and caption in the language of `locale`. */
export type Head = {
  readonly title: string;
  /** A small line under the picture; empty for none. */
  readonly caption: string;
  readonly locale: Locale;
  /** Of every `value`. */
  readonly unit: Unit;
};

type Common = Head & {
  /** What the picture says, for who cannot see it: at most 1024 characters. */
  readonly alt: string;
};

export type Bar = {
  /** Null for words without a bar. */
  readonly value: number | null;
  readonly text: string;
  /** Smaller, under `text`; empty for none. */
  readonly below: string;
  /** A mark on the bar. */
  readonly target: number | null;
};

/**
 * Things in the order given: `bars` by one measure, `groups` by several, and the `cascade` of one thing's money, whose
 * first row is the whole that the others are parts of.
 */
export type BarsSpec = Common & {
  readonly kind: 'bars' | 'cascade' | 'groups';
  /** What the bars of each row stand for, from the top; empty where a row has one. */
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly hue: Hue; readonly bars: readonly Bar[] }[];
};

/** `short` stands beside the point, where the axis says the unit. */
export type Point = Datum & { readonly date: string; readonly short: string };

export type Series = { readonly label: string; readonly hue: Hue; readonly points: readonly Point[] };

/** Things over ISO dates, each series from its oldest point to its newest. */
export type LinesSpec = Common & { readonly kind: 'lines'; readonly series: readonly Series[] };

/** A picture as plain data in one language, before anything is drawn; it crosses threads as it is. */
export type ChartSpec = BarsSpec | LinesSpec;
