import { type ParseArgsConfig, parseArgs } from 'node:util';
import { LOCALES, type Locale } from '../model/locale.ts';

/** The status of a program that was called in another way than its usage says. */
export const EX_USAGE = 2;

const LOCALE = { locale: { type: 'string' } } as const;

export type Options = NonNullable<ParseArgsConfig['options']>;
export type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T & typeof LOCALE; allowPositionals: true }>
>;

/** How a program that maintainers run is called; each of them takes `--locale`, too. */
export type Call = {
  readonly usage: Readonly<Record<Locale, string>>;
  /** How many arguments that are no options it needs, and takes. */
  readonly atLeast?: number;
  readonly atMost: number;
};

/** What a program was called with; else why that makes no sense, with its usage, in the language of the person. */
export function calledWith<T extends Options>(
  args: readonly string[],
  options: T,
  { usage, atLeast = 0, atMost }: Call,
  fallback: Locale,
):
  | ({ readonly ok: true; readonly locale: Locale } & Parsed<T>)
  | { readonly ok: false; readonly why: string } {
  const asked = askedIn(args);
  const locale = LOCALES.find((each) => each === asked) ?? fallback;
  const say = WORDS[locale];
  const refused = (why: string) => ({ ok: false as const, why: `${why}\n${usageLine(usage, locale)}` });
  try {
    const config = { args: [...args], options: { ...LOCALE, ...options }, allowPositionals: true } as const;
    const parsed = parseArgs<typeof config>(config);
    const { positionals } = parsed;
    if (asked !== undefined && asked !== locale) return refused(say.locale(asked));
    if (positionals.length > atMost) return refused(say.tooMany(positionals.slice(atMost)));
    if (positionals.length < atLeast) return refused(say.tooFew(atLeast - positionals.length));
    return { ok: true, locale, ...parsed };
  } catch (error) {
    return refused(reason(error, options, locale));
  }
}

export const usageLine = (usage: Call['usage'], locale: Locale): string =>
  `${WORDS[locale].usage}: ${usage[locale]}`;

/** The last one wins, as it does where the arguments make sense. */
function askedIn(args: readonly string[]): string | undefined {
  const { values } = parseArgs({ args: [...args], options: LOCALE, strict: false });
  return typeof values.locale === 'string' ? values.locale : undefined;
}

/** Node says it in English only, but always names the option; what it takes we know ourselves. */
function reason(error: unknown, options: Options, locale: Locale): string {
  if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
    throw error;
  const [, option = ''] = /'(?:-\w, )?(-[^' ]*)/.exec(error.message) ?? [];
  const say = WORDS[locale];
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return say.unknown(option);
  return options[option.replace(/^-+/, '')]?.type === 'boolean'
    ? say.takesNone(option)
    : say.takesOne(option);
}

const it = {
  usage: 'Uso',
  locale: (asked: string) => `--locale ${asked}: le lingue sono it (italiano) ed en (inglese).`,
  tooMany: (args: readonly string[]) => `Di troppo: ${args.join(' ')}`,
  tooFew: (count: number) => (count === 1 ? 'Manca un argomento.' : `Mancano ${count} argomenti.`),
  unknown: (option: string) => `L’opzione ${option} non esiste.`,
  takesOne: (option: string) => `Dopo ${option} manca il suo valore.`,
  takesNone: (option: string) => `${option} non prende un valore.`,
};

const en: typeof it = {
  usage: 'Usage',
  locale: (asked) => `--locale ${asked}: the languages are it (Italian) and en (English).`,
  tooMany: (args) => `Too many: ${args.join(' ')}`,
  tooFew: (count) => (count === 1 ? 'An argument is missing.' : `${count} arguments are missing.`),
  unknown: (option) => `There is no option ${option}.`,
  takesOne: (option) => `The value of ${option} is missing.`,
  takesNone: (option) => `${option} takes no value.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
