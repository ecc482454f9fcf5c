import { createHash } from 'node:crypto';
import type { Claims } from '../../maintenance/store/claims.ts';
import type { Locale } from '../../model/locale.ts';
import { describeError, type Log } from '../safeError.ts';
import type { SendDirect } from './directMessage.ts';
import { type RefusedFiles, refusalText } from './refusalText.ts';

type Telling = {
  /** User ids. */
  readonly maintainers: readonly string[];
  readonly send: SendDirect;
  readonly claims: Claims;
  readonly locale: Locale;
  readonly log: Log;
};

const MOST_FAILURES = 5;
/** The first, and one more: a program that writes other bad files every few seconds must not bury what matters. */
const MOST_AN_HOUR = 2;
const HOUR_MS = 60 * 60 * 1000;
/** The longest that Discord takes is 25. */
const NONCE_LENGTH = 24;

/**
 * Tells each maintainer of refused files, once a version over all processes that share the claims. Called again while
 * the files stay refused, it tries again what failed at Discord, a few times, and tells what had to wait for the hour to
 * be over. Never rejects.
 */
export function maintainersTeller({ maintainers, send, claims, locale, log }: Telling) {
  const failures = new Map<string, number>();

  async function tell(maintainer: string, refused: RefusedFiles, key: string): Promise<void> {
    const nonce = createHash('sha256').update(key).digest('hex').slice(0, NONCE_LENGTH);
    const delivery = await send(maintainer, refusalText(refused, locale), nonce);
    const details = { maintainer, version: refused.version };
    if (delivery.outcome === 'sent') return log.info(details, 'a maintainer was told of the refused files');
    if (delivery.outcome === 'closed')
      return log.warn(details, 'a maintainer takes no direct messages: not told of the refused files');
    log.warn(
      { ...details, err: describeError(delivery.error) },
      'a maintainer was not told of the refused files',
    );
    const failed = (failures.get(key) ?? 0) + 1;
    failures.set(key, failed);
    if (delivery.outcome === 'failed' && failed < MOST_FAILURES) await claims.release(key);
  }

  return async (refused: RefusedFiles): Promise<void> => {
    for (const maintainer of maintainers) {
      const key = `${refused.version}-${maintainer}`;
      const ending = `-${maintainer}`;
      if ((await claims.recent(ending, HOUR_MS)) >= MOST_AN_HOUR) continue;
      if (await claims.claim(key)) await tell(maintainer, refused, key);
    }
    log.debug({ version: refused.version }, 'nobody is left to tell of the refused files now');
  };
}
