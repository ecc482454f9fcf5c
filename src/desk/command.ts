import type { CardBody } from '../cards/card.ts';
import type { ChartSpec } from '../cards/charts/spec.ts';
import type { Answer } from '../figures/answer.ts';
import type { Condition } from '../model/condition.ts';
import type { Dataset, Snapshot } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { CommandText, OptionSpecs, Resolved } from '../question/lexicon/commandText.ts';
import type { Examples } from './examples.ts';

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

/** A command as the rest of the program sees it: its own answer type stays inside. */
export type Command = CommandText & {
  /** Whether answers may come with a picture. */
  readonly draws: boolean;
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
  const { text, options, heard, asked, subcommands, severalDates, ofTheMoment } = definition;
  const command: Command = {
    name: text.en.name,
    text,
    options,
    ...(subcommands ? { subcommands } : {}),
    ...(severalDates ? { severalDates } : {}),
    ...(ofTheMoment ? { ofTheMoment } : {}),
    heard,
    ...(asked ? { asked } : {}),
    draws: definition.chart !== undefined,
    run(query) {
      const answer = definition.answer(query as Query<O>);
      return {
        ...answer,
        present: (locale) => definition.present(answer, locale),
        chart: (locale) => definition.chart?.(answer, locale) ?? null,
      };
    },
  };
  DEFINED.add(command);
  return command;
}

const DEFINED = new WeakSet<object>();

/** Whether `defineCommand` made it. */
export function isDefined(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && DEFINED.has(value);
}
