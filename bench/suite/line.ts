/**
 * One line of `npm run bench`. A group of lines is a function that takes `Measuring` and gives its lines; the suite adds
 * ratios, budgets and the table.
 *
 * `product[i]` and `baseline[i]` were taken one after the other in the same round; their ratio is a round's ratio. A line
 * without a baseline has `baseline: []`, and its budget, if any, is absolute. Where nothing could be measured, both are
 * empty and `notMeasured` says why: a line is never left out.
 */
export type Line = {
  /** Unique, such as `command.p50`: what `--only` names, as it does with the part before a dot. Those of the matcher begin with `names.`. */
  readonly id: string;
  /** What is measured, and beside what, in a few words: `slash command to callback, one at a time | pong bot`. */
  readonly what: string;
  /** Of the values: `ms`, `MB`, `1/s`, `ms CPU`. */
  readonly unit: string;
  /** One value a round. */
  readonly product: readonly number[];
  readonly baseline: readonly number[];
  readonly budget: Budget | null;
  /** What the reader has to know of the line: how many different questions, what was left out. */
  readonly note?: string;
  readonly notMeasured?: string;
};

/** `ratio`: of product to baseline, the median over the rounds; `value`: of the product's values, the median. */
export type Budget = {
  readonly of: 'ratio' | 'value';
  readonly atMost?: number;
  readonly atLeast?: number;
};

/** `short`: one round of the smallest counts, which shows only that everything runs. */
export type Measuring = {
  readonly rounds: number;
  readonly short: boolean;
};

export type Measure = (options: Measuring) => Promise<readonly Line[]>;

/** A line before it is measured. */
export type Head = Pick<Line, 'id' | 'what' | 'unit' | 'budget'>;

/** Lines that are measured together. */
export type Group = {
  readonly name: string;
  /** Of lines that are known before they are measured: what becomes of them where the measuring fails. */
  readonly heads: readonly Head[];
  /** Whether its lines are known only once they are measured; their ids begin with the name of the group. */
  readonly isOpen?: boolean;
  readonly measure: (options: Measuring, isWanted: (id: string) => boolean) => Promise<readonly Line[]>;
};

/** A ratio that may be at most so much. */
export const atMost = (ratio: number): Budget => ({ of: 'ratio', atMost: ratio });
export const atLeast = (ratio: number): Budget => ({ of: 'ratio', atLeast: ratio });
