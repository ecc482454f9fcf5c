import { createInterface } from 'node:readline/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Config, EX_CONFIG, readConfig } from '../config.ts';
import type { Outcome } from '../edit/outcome.ts';
import { LOCALES, type Locale } from '../locale/locale.ts';

const EX_USAGE = 2;
const LOCALE = { locale: { type: 'string' } } as const;

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T & typeof LOCALE; allowPositionals: true }>
>;

/**
 * The arguments of a program that maintainers run, its settings and its language; every one takes `--locale`.
 * A call that makes no sense ends the program, with its usage on standard error.
 */
export function editing<T extends Options>(
  options: T,
  {
    usage,
    atLeast = 0,
    atMost,
  }: { readonly usage: string; readonly atLeast?: number; readonly atMost: number },
): Parsed<T> & { readonly config: Config; readonly said: Locale } {
  const read = readConfig();
  if (!read.ok) return refused(EX_CONFIG, read.problems.join('\n'));
  const parsed = argumentsOf({ ...LOCALE, ...options });
  if (typeof parsed === 'string') return refused(EX_USAGE, `${parsed}\nUso/Usage: ${usage}`);
  const { locale: wanted }: { locale?: unknown } = parsed.values;
  const said = LOCALES.find((locale) => locale === (wanted ?? read.config.defaultLocale));
  const { length } = parsed.positionals;
  if (said === undefined || length < atLeast || length > atMost)
    return refused(EX_USAGE, `Uso/Usage: ${usage}`);
  return { ...parsed, config: read.config, said };
}

function argumentsOf<T extends Options>(options: T & typeof LOCALE): Parsed<T> | string {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
}

/** What was done goes to standard output, what could not be done to standard error. */
export function finish({ status, lines }: Outcome): void {
  if (lines.length > 0) (status === 0 ? console.log : console.error)(lines.join('\n'));
  process.exitCode = status;
}

function refused(status: number, why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(status);
}

/** Asks the person at the terminal; null where there is none, and always yes where that was said beforehand. */
export function agreement(yes: boolean): ((question: string) => Promise<boolean>) | null {
  if (yes) return async () => true;
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    // Ctrl+C and Ctrl+D reject, and are a no.
    const answer = await terminal.question(question).catch(() => '');
    terminal.close();
    return /^\s*(s|sì|si|y|yes)\s*$/i.test(answer);
  };
}
