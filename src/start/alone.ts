import type { Outcome } from '../maintenance/form/edit.ts';
import { openStore } from '../maintenance/store/store.ts';
import type { Locale } from '../model/locale.ts';

/** Runs `work` with the lock on the dataset's files; where the lock is not available, the outcome says why. */
export async function alone(dir: string, locale: Locale, work: () => Promise<Outcome>): Promise<Outcome> {
  const done = await openStore(dir).alone(work);
  if ('status' in done) return done;
  const say = WORDS[locale];
  return {
    status: 1,
    lines: [done.reason === 'unwritable' ? say.unwritable(dir, done.code) : say.busy(dir)],
  };
}

const it = {
  busy: (dir: string) =>
    `${dir}: qualcun altro, per esempio il bot, sta cambiando i dati. Non è stato scritto nulla: riprovare.`,
  unwritable: (dir: string, code: string) =>
    `${dir} non si può scrivere (${code}): non è stato scritto tutto.`,
};

const en: typeof it = {
  busy: (dir) =>
    `${dir}: somebody else, such as the bot, is changing the data. Nothing was written: try again.`,
  unwritable: (dir, code) => `${dir} cannot be written (${code}): not everything was written.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
