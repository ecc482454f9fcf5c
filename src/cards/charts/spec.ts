import type { Locale } from '../../model/locale.ts';
import type { Unit } from '../../model/measures.ts';
import type { Status } from '../../model/status.ts';

/**
 * What a colour says: the place of an axis among the programme's, from 0, the same in every picture, or how an
 * indicator stands against its target; `plain` where it says nothing.
 */
export type Hue = number | Status | 'plain';

/** What a colour stands for; `null` is a shade by its place in the list, which says an order and nothing else. */
export type Key = { readonly label: string; readonly hue: Hue | null };

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
 * Things in the order given: `bars` by one measure, `groups` by several, `changes` at two dates, and the `cascade` of
 * one thing's money, whose first row is the whole that the others are parts of.
 */
export type BarsSpec = Common & {
  readonly kind: 'bars' | 'cascade' | 'groups' | 'changes';
  /** What the bars of each row stand for, from the top; of rows of one bar, what their hues stand for. */
  readonly series: readonly Key[];
  readonly rows: readonly { readonly label: string; readonly hue: Hue; readonly bars: readonly Bar[] }[];
};

/** `short` stands beside the point, where the axis says the unit; `hollow` points are from open data. */
export type Point = Datum & { readonly date: string; readonly short: string; readonly hollow: boolean };

export type Series = { readonly label: string; readonly hue: Hue; readonly points: readonly Point[] };

/**
 * Things over ISO dates, each series from its oldest point to its newest. `jumps` are dates to point out, with their
 * words; `points` says what filled and hollow points are, and is empty where all are alike.
 */
export type LinesSpec = Common & {
  readonly kind: 'lines';
  readonly series: readonly Series[];
  readonly jumps: readonly { readonly date: string; readonly label: string }[];
  readonly points: readonly { readonly label: string; readonly hollow: boolean }[];
};

/** A picture as plain data in one language, before anything is drawn; it crosses threads as it is. */
export type ChartSpec = BarsSpec | LinesSpec;
