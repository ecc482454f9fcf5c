import { createInterface } from 'node:readline/promises';
import type { ParseArgsConfig, parseArgs } from 'node:util';
import { type Config, EX_CONFIG, readConfig } from '../config.ts';
import type { Outcome } from '../edit/outcome.ts';
import type { Locale } from '../locale/locale.ts';
import { argumentsOf, askedLocale, EX_USAGE } from './arguments.ts';

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
  const called = `Uso/Usage: ${usage}`;
  const config = { options: { ...LOCALE, ...options }, allowPositionals: true } as const;
  const parsed = argumentsOf<typeof config>(config, called);
  if (parsed === null) return process.exit(EX_USAGE);
  const { locale: wanted }: { locale?: unknown } = parsed.values;
  const said = askedLocale(typeof wanted === 'string' ? wanted : undefined, read.config.defaultLocale);
  const { length } = parsed.positionals;
  if (said === null || length < atLeast || length > atMost) return refused(EX_USAGE, called);
  return { ...parsed, config: read.config, said };
}

/** What was done goes to standard output, what could not be done to standard error. */
export function conclude({ status, lines }: Outcome): void {
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
