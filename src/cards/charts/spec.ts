import type { Locale } from '../../model/locale.ts';
import type { Unit } from '../../model/measures.ts';

/**
 * Whose colour: the place of an axis among the programme's, from 0, which what belongs to it shares in every picture;
 * `plain` for what belongs to none.
 */
export type Hue = number | 'plain';

/** A figure to draw: `value` sets a length in the unit of the chart, `said` is what stands beside it. */
export type Datum = { readonly value: number; readonly said: string };

type Common = {
  readonly title: string;
  /** A small line under the picture; empty for none. */
  readonly caption: string;
  /** What the picture says, for who cannot see it: at most 1024 characters. */
  readonly alt: string;
  readonly locale: Locale;
  /** Of every `value`. */
  readonly unit: Unit;
};

/** Things by one measure, in the order given; a target is a mark on its row. */
export type BarsSpec = Common & {
  readonly kind: 'bars';
  readonly rows: readonly {
    readonly label: string;
    readonly hue: Hue;
    readonly figure: Datum;
    readonly target: Datum | null;
  }[];
};

/** One thing's money from allocation to certified; the first step is what the shares are of. */
export type CascadeSpec = Common & {
  readonly kind: 'cascade';
  readonly hue: Hue;
  readonly steps: readonly {
    readonly label: string;
    readonly figure: Datum;
    /** "29%"; empty for the whole. */
    readonly share: string;
  }[];
};

/** Things by several measures; null where the source says nothing. */
export type GroupsSpec = Common & {
  readonly kind: 'groups';
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly figures: readonly (Datum | null)[] }[];
};

/** `short` stands beside the point, where the axis says the unit. */
export type Point = Datum & { readonly date: string; readonly short: string };

export type Series = { readonly label: string; readonly hue: Hue; readonly points: readonly Point[] };

/** Things over ISO dates, each series from its oldest point to its newest; `marks` are levels to compare with. */
export type LinesSpec = Common & {
  readonly kind: 'lines';
  readonly series: readonly Series[];
  readonly marks: readonly (Datum & { readonly label: string })[];
};

/** A picture as plain data in one language, before anything is drawn; it crosses threads as it is. */
export type ChartSpec = BarsSpec | CascadeSpec | GroupsSpec | LinesSpec;
