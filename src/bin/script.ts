import { type Command, InvalidArgumentError, Option } from 'commander';
import { LOCALES, type Locale, type Localised } from '../model/locale.ts';
import type { Config } from '../start/config.ts';

type Text = Localised<string>;
/** A flag, unless it has the name of the value that it takes. */
type Described = { readonly value?: string; readonly text: Text };
type Options = Readonly<Record<string, Described>>;

export type Call<T extends Options> = {
  readonly config: Config;
  readonly locale: Locale;
  readonly args: readonly string[];
  readonly options: {
    readonly [K in keyof T]: (T[K] extends { readonly value: string } ? string : boolean) | undefined;
  };
  /** Prints the reason and the usage for wrong arguments; gives the exit status. */
  readonly wrong: (why: string) => number;
};

type Definition<T extends Options> = {
  /** What it does, in a line. */
  readonly text: Text;
  /** Arguments that are no options: `<FILE>` is required, `[DATE]` is not, `<FILE...>` are one or more. */
  readonly args?: Text;
  /** By their names in camel case; every script takes `--locale`, too. */
  readonly options?: T;
  /** Gives the exit status. */
  readonly run: (call: Call<T>) => number | Promise<number>;
};

/** What the program hands to a script: its language, and a way to be run with the settings. */
export type Host = {
  readonly locale: Locale;
  readonly wrong: (why: string) => number;
  readonly start: (run: (config: Config) => number | Promise<number>) => Promise<void>;
};

/** A script of package.json: adds what it takes and does to its subcommand. */
export type Script = (command: Command, host: Host) => Command;

export function script<const T extends Options = Record<never, Described>>(
  definition: Definition<T>,
): Script {
  const { text, args, run } = definition;
  const options = Object.entries({ ...definition.options, locale: LOCALE });
  return (command, { locale, wrong, start }) => {
    const offered = options.map(([name, option]) => optionFor(name, option, locale));
    const usage = [...offered.map(({ flags }) => `[${flags}]`), ...(args ? [args[locale]] : [])];
    command.description(text[locale]).usage(`-- ${usage.join(' ')}`);
    if (args) command.arguments(args[locale]);
    for (const option of offered) command.addOption(option);
    return command.action(() =>
      start((config) =>
        run({ config, locale, args: command.args, options: command.opts<Call<T>['options']>(), wrong }),
      ),
    );
  };
}

const LOCALE: Described = {
  value: LOCALES.join('|'),
  text: { it: 'la lingua (altrimenti DEFAULT_LOCALE)', en: 'the language (else DEFAULT_LOCALE)' },
};

function optionFor(name: string, { value, text }: Described, locale: Locale): Option {
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (value === undefined) return new Option(flag, text[locale]);
  return new Option(`${flag} <${value}>`, text[locale]).argParser((given: string) => {
    if (/^--./.test(given) || (name === 'locale' && localeNamed(given) === undefined)) {
      throw new InvalidArgumentError('');
    }
    return given;
  });
}

/** `en`, but also `en-GB`. */
export const localeNamed = (tag: string): Locale | undefined =>
  LOCALES.find((locale) => tag.toLowerCase().split(/[-_]/)[0] === locale);
