import { createInterface } from 'node:readline/promises';
import { EX_CONFIG } from '../discord/exitStatus.ts';
import type { Outcome } from '../maintenance/form/outcome.ts';
import type { Locale } from '../model/locale.ts';
import { type Call, calledWith, EX_USAGE, type Options, type Parsed } from './arguments.ts';
import { type Config, readConfig } from './config.ts';

/**
 * The arguments of a program that maintainers run, its settings and its language. A call that makes no sense ends the
 * program, with the reason and its usage on standard error.
 */
export function editing<T extends Options>(
  options: T,
  call: Call,
): Parsed<T> & { readonly config: Config; readonly said: Locale } {
  const read = readConfig();
  if (!read.ok) return refused(EX_CONFIG, read.problems.join('\n'));
  const called = calledWith(process.argv.slice(2), options, call, read.config.defaultLocale);
  if (!called.ok) return refused(EX_USAGE, called.why);
  return { ...called, config: read.config, said: called.locale };
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
