import type { CardBody } from './card.ts';
import type { ChartSpec } from './chart.ts';
import type { Condition } from './condition.ts';
import type { Examples } from './examples.ts';
import type { Locale, Localised } from './locale/locale.ts';
import type { Amount } from './programme/amount.ts';
import type { Dataset, Snapshot, Subject, SubjectKind } from './programme/dataset.ts';
import type { Fact } from './programme/facts.ts';
import type { Absence } from './programme/lookup.ts';
import type { Measure } from './programme/measures.ts';
import type { GlossaryTerm } from './programme/schema.ts';
import type { Status } from './programme/status.ts';
import type { Asked } from './question/asked.ts';

export type Named = { readonly name: string; readonly description: string };

/** What a ranking may put in order. */
export const RANKED_KINDS = ['axis', 'priority', 'initiative', 'indicator', 'funding-source'] as const;
export type RankedKind = (typeof RANKED_KINDS)[number];

export type SubjectOf<K extends Subject['kind']> = Extract<Subject, { kind: K }>;

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

export type UpkeepOption = {
  readonly kind: 'file' | 'version';
  readonly text: Localised<Named>;
  readonly required?: true;
};

/** What a command may know; options that were not given are undefined. */
export type Query<O extends OptionSpecs = OptionSpecs> = {
  readonly dataset: Dataset;
  readonly snapshot: Snapshot;
  /** Every date asked for, in that order, of which `snapshot` is the first. */
  readonly snapshots: readonly Snapshot[];
  /** Every command, for those that speak of commands. */
  readonly commands: readonly CommandText[];
  /** How the dataset came to answer; null where nothing follows its files. */
  readonly condition: Condition | null;
  readonly examples: Examples;
  readonly options: { readonly [K in keyof O]: Resolved[O[K]['kind']] | undefined };
};

/** Facts only, the same in every language. */
export type Answer = {
  readonly facts: readonly Fact[];
  /** What was asked and no document of the dataset holds. */
  readonly absences?: readonly Absence[];
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

/** A command as the rest of the program sees it: its own answer type stays inside. */
export type Command = CommandText & {
  readonly run: (query: Query) => Answer & {
    readonly present: (locale: Locale) => CardBody;
    readonly chart: (locale: Locale) => ChartSpec | null;
  };
};

type Definition<O extends OptionSpecs, A extends Answer> = Omit<CommandText, 'name' | 'options'> & {
  readonly options: O;
  /** Facts: numbers, dates, sources. No words. */
  answer(query: Query<O>): A;
  /** Words: the same facts said in one language. No figures of its own. */
  present(answer: A, locale: Locale): CardBody;
  /** The same facts as a picture, or none; like the words, without figures of its own. */
  chart?(answer: A, locale: Locale): ChartSpec | null;
};

export function defineCommand<const O extends OptionSpecs, A extends Answer>(
  definition: Definition<O, A>,
): Command {
  const { text, options, heard, asked, subcommands, severalDates } = definition;
  return {
    name: text.en.name,
    text,
    options,
    ...(subcommands ? { subcommands } : {}),
    ...(severalDates ? { severalDates } : {}),
    heard,
    ...(asked ? { asked } : {}),
    run(query) {
      const answer = definition.answer(query as Query<O>);
      return {
        ...answer,
        present: (locale) => definition.present(answer, locale),
        chart: (locale) => definition.chart?.(answer, locale) ?? null,
      };
    },
  };
}
