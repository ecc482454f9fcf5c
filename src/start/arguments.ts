import { type ParseArgsConfig, parseArgs } from 'node:util';
import { LOCALES, type Locale } from '../locale/locale.ts';

/** The status of a program that was called in another way than its usage says. */
export const EX_USAGE = 2;

/** What a program was called with; null where that is not as its usage says, which is then on standard error. */
export function argumentsOf<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> | null {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) {
      throw error;
    }
    process.stderr.write(`${error.message}\n${usage}\n`);
    return null;
  }
}

/** The language asked for, else the fallback; null where it is none of the two. */
export function askedLocale(asked: string | undefined, fallback: Locale): Locale | null {
  return asked === undefined ? fallback : (LOCALES.find((locale) => locale === asked) ?? null);
}
