import { pino } from 'pino';
import { startReviewPage } from '../http/reviewPage.ts';
import { openReviewDesk } from '../maintenance/review/desk.ts';
import type { Locale } from '../model/locale.ts';
import type { Config } from './config.ts';
import { untilSignal } from './listening.ts';

/** The review page of a draft until Ctrl+C; gives the exit status: 1 with a line where there is no draft of that date. */
export async function reviewInBrowser(config: Config, date: string, locale: Locale): Promise<number> {
  const { host, port, dataDir: dir, sourceDir } = config;
  const desk = openReviewDesk({ dir, sourceDir, date });
  const looked = await desk.look();
  if (!looked.ok) {
    process.stderr.write(`${date}: ${looked.why[locale]}\n`);
    return 1;
  }
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const open = (wanted: number) => startReviewPage({ host, port: wanted, desk, locale, log });
  return untilSignal(async () => {
    // The local chat may have the port already, and both may be open at once.
    const { url, close } = await open(port).catch((error) =>
      isTaken(error) ? open(0) : Promise.reject(error),
    );
    return { line: WORDS[locale](date, url), close };
  }, port);
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const WORDS = {
  it: (date, url) => `Revisione del ${date}: ${url} (ogni decisione è salvata subito; Ctrl+C termina)`,
  en: (date, url) => `Review of ${date}: ${url} (every decision is saved at once; Ctrl+C ends)`,
} as const satisfies Record<Locale, (date: string, url: string) => string>;
