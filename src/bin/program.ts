import { parseArgs } from 'node:util';
import { Command, CommanderError } from 'commander';
import about from '../../package.json' with { type: 'json' };
import { EX_CONFIG } from '../discord/exitStatus.ts';
import type { Locale } from '../model/locale.ts';
import { readConfig } from '../start/config.ts';
import { printError } from './print.ts';
import { type Host, localeNamed } from './script.ts';
import { SCRIPTS } from './scripts.ts';

/** The exit status for wrong arguments. */
const EX_USAGE = 2;

/** Runs the script that the first argument names; gives the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  const read = readConfig();
  const locale = localeIn(argv) ?? (read.ok ? read.config.defaultLocale : 'it');
  const program = newCommand('npm run', locale);
  const called = () => program.commands.find((command) => command.name() === argv[0]) ?? program;
  let status = 0;
  const host: Host = {
    locale,
    wrong: (why) => printError(`${why} ${usageOf(called(), locale)}`, EX_USAGE),
    start: async (run) => {
      status = read.ok ? await run(read.config) : printError(read.problems.join('\n'), EX_CONFIG);
    },
  };
  for (const [name, load] of scriptsFor(argv)) {
    const { default: script } = await load();
    program.addCommand(script(newCommand(name, locale), host));
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : host.wrong(reason(error, called(), locale));
  }
}

/** Only the script that is called, since each loads much; all of them for the list of scripts. */
function scriptsFor([name = '']: readonly string[]) {
  const all = Object.entries(SCRIPTS);
  return Object.hasOwn(SCRIPTS, name) ? all.filter(([each]) => each === name) : all;
}

function localeIn(argv: readonly string[]): Locale | undefined {
  const { values } = parseArgs({ args: [...argv], options: { locale: { type: 'string' } }, strict: false });
  return typeof values.locale === 'string' ? localeNamed(values.locale) : undefined;
}

/** A command with help in the locale; `reason` words its errors. */
function newCommand(name: string, locale: Locale): Command {
  const { help, version, titles } = WORDS[locale];
  return new Command(name)
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help', help)
    .version(about.version, '-V, --version', version)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ writeErr: () => {} });
}

function usageOf(command: Command, locale: Locale): string {
  const script = command.parent ? ` ${command.name()}` : '';
  return `${WORDS[locale].usage}: npm run${script} ${command.usage()}`;
}

/** The library's English error in the locale; the names are those that it quotes. */
function reason({ code, message }: CommanderError, command: Command, locale: Locale): string {
  const say = WORDS[locale];
  const [name = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted ?? '');
  const [option = ''] = name.split(/[ =]/);
  switch (code) {
    case 'commander.unknownOption':
      return command.options.some(({ long }) => long === option)
        ? say.takesNone(option)
        : say.unknown(option);
    case 'commander.optionMissingArgument':
      return say.takesOne(option);
    case 'commander.invalidArgument':
      return value.startsWith('-') ? say.takesOne(option) : say.locale(value);
    case 'commander.missingArgument':
      return say.tooFew(name);
    case 'commander.excessArguments':
      return say.tooMany(command.args.slice(command.registeredArguments.length));
    default:
      return say.script(name);
  }
}

const it = {
  usage: 'Uso',
  titles: { 'Usage:': 'Uso:', 'Options:': 'Opzioni:', 'Commands:': 'Programmi:' } as Record<string, string>,
  help: 'mostra questo aiuto',
  version: 'mostra la versione',
  locale: (tag: string) => `--locale ${tag}: le lingue sono it (italiano) ed en (inglese).`,
  tooMany: (args: readonly string[]) => `Di troppo: ${args.join(' ')}.`,
  tooFew: (name: string) => `Manca un argomento: ${name}.`,
  unknown: (option: string) => `L’opzione ${option} non esiste.`,
  takesOne: (option: string) => `Dopo ${option} manca il suo valore.`,
  takesNone: (option: string) => `${option} non prende un valore.`,
  script: (name: string) =>
    `${name === '' ? 'Manca il nome del programma' : `Il programma ${name} non esiste`}: ci sono ${NAMES}.`,
};

const en: typeof it = {
  usage: 'Usage',
  titles: {},
  help: 'shows this help',
  version: 'shows the version',
  locale: (tag) => `--locale ${tag}: the languages are it (Italian) and en (English).`,
  tooMany: (args) => `Too many: ${args.join(' ')}.`,
  tooFew: (name) => `An argument is missing: ${name}.`,
  unknown: (option) => `There is no option ${option}.`,
  takesOne: (option) => `The value of ${option} is missing.`,
  takesNone: (option) => `${option} takes no value.`,
  script: (name) =>
    `${name === '' ? 'The name of the program is missing' : `There is no program ${name}`}: there are ${NAMES}.`,
};

const NAMES = Object.keys(SCRIPTS).join(', ');
const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
