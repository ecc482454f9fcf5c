import type { Amount } from '../../model/amount.ts';
import type { Snapshot, Subject, SubjectKind } from '../../model/dataset.ts';
import type { RankedKind, SubjectOf } from '../../model/kinds.ts';
import type { Localised } from '../../model/locale.ts';
import type { Measure } from '../../model/measures.ts';
import type { GlossaryTerm } from '../../model/schema.ts';
import type { AskedStatus } from '../../model/status.ts';
import type { Asked } from './asked.ts';

export type Named = { readonly name: string; readonly description: string };

/** The resolved value of an option, by its kind. */
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
  /** The end of a ranking that comes first. */
  readonly order: 'highest' | 'lowest';
  readonly status: AskedStatus;
  /** The length of a list. */
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
  /** For measures: those that this option accepts. */
  readonly of?: readonly Measure[];
  /** For things: the kinds that this option accepts. */
  readonly among?: readonly SubjectKind[];
  /** Rarely used: listed after the date. */
  readonly seldom?: true;
};

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/**
 * A subcommand on Discord. An `upkeep` subcommand checks or changes the dataset: the surface runs it, for maintainers
 * only, and the desk never sees it. The other subcommand is the command's own answer.
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
  /** Its answer says how things stand now, and not the dataset alone: it is worked out each time. */
  readonly ofTheMoment?: true;
  readonly subcommands?: Readonly<Record<string, SubcommandSpec>>;
  /** Words and phrases by which a free question reaches this command. */
  readonly heard: Localised<readonly string[]>;
  /** What else a question must or may say to reach it. */
  readonly asked?: Asked;
};
