import type { Amount } from '../../model/amount.ts';
import type { Snapshot, Subject, SubjectKind } from '../../model/dataset.ts';
import type { RankedKind, SubjectOf } from '../../model/kinds.ts';
import type { Localised } from '../../model/locale.ts';
import type { Measure } from '../../model/measures.ts';
import type { GlossaryTerm } from '../../model/schema.ts';
import type { Status } from '../../model/status.ts';
import type { Asked } from './asked.ts';

export type Named = { readonly name: string; readonly description: string };

/** What the text of an option has become by the time a command sees it. */
export type Resolved = {
  readonly axis: readonly SubjectOf<'axis'>[];
  readonly 'funding-source': readonly SubjectOf<'funding-source'>[];
  readonly priority: readonly SubjectOf<'priority'>[];
  readonly indicator: readonly SubjectOf<'indicator'>[];
  readonly initiative: readonly SubjectOf<'initiative'>[];
  readonly measure: readonly Measure[];
  readonly term: GlossaryTerm;
  readonly command: CommandText;
  /** A thing of any kind. */
  readonly thing: readonly Subject[];
  /** The reporting date of a snapshot. */
  readonly snapshot: Snapshot;
  /** What a ranking puts in order. */
  readonly kind: RankedKind;
  /** Which end of a ranking comes first. */
  readonly order: 'highest' | 'lowest';
  readonly status: Status;
  /** How many of a list. */
  readonly count: number;
  /** A limit, in a unit or in that of the measure. */
  readonly amount: Amount;
  /** Free text that the question reader turns into another request. */
  readonly question: string;
};

export type OptionKind = keyof Resolved;

export type OptionSpec = {
  readonly kind: OptionKind;
  readonly text: Localised<Named>;
  readonly required?: true;
  /** For measures: the ones that this option takes. */
  readonly of?: readonly Measure[];
  /** For things: the kinds that this option names. */
  readonly among?: readonly SubjectKind[];
  /** Asked for so seldom that the date comes first. */
  readonly seldom?: true;
};

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/**
 * A part of a command on Discord. One that keeps the data up changes or checks the dataset: it is done by the
 * surface, for maintainers alone, and nothing of it reaches the desk; the other one is what the command answers.
 */
export type SubcommandSpec = {
  readonly upkeep: boolean;
  readonly text: Localised<Named>;
  readonly options: Readonly<Record<string, UpkeepOption>>;
};

type UpkeepOption = {
  readonly kind: 'file' | 'version';
  readonly text: Localised<Named>;
  readonly required?: true;
};

export type CommandText = {
  /** Base name: the file's name, the English name, and what Discord always sends. */
  readonly name: string;
  readonly text: Localised<Named>;
  readonly options: OptionSpecs;
  /** Whether `date` may be a list. */
  readonly severalDates?: true;
  readonly subcommands?: Readonly<Record<string, SubcommandSpec>>;
  /** Words and phrases by which a free question reaches this command. */
  readonly heard: Localised<readonly string[]>;
  /** What else a question must say, and may, to reach it. */
  readonly asked?: Asked;
};
