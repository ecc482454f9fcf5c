import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Keyed } from './keyed.ts';

/** What is done once, however often Discord or a proxy sends it and whichever process receives it. Ids are Discord's. */
export type Once = {
  /** Whether this process has had the id before. */
  readonly isKnown: (id: string) => boolean;
  /** Whether the id is new, to this process and to the others. */
  readonly isFirst: (id: string) => Promise<boolean>;
  /**
   * The text that is made for the id; the same again for who comes later. `own`: this call made it. Another process that
   * claimed the id and gave no text within three seconds has lost it, to whoever comes next.
   */
  readonly answer: (id: string, make: () => Promise<string>) => Promise<Answer>;
  /** Settles once the work for the id is done, by this call or by another process; one that dies leaves it to the next. */
  readonly work: (id: string, work: () => Promise<void>) => Promise<void>;
};

type Answer = { readonly text: string; readonly own: boolean };

/** As long as Discord would take an answer. */
const KEPT_MS = 15 * 60 * 1000;
/** Discord waits no longer: by then a retry must be answered. */
export const CLAIM_MS = 3000;
const LOOK_EVERY_MS = 50;
const MOST_IDS = 10_000;
/** An answer is a few kilobytes. */
const MOST_ANSWERS = 1000;

/** The text of a claim: nobody's answer is empty. */
const BUSY = '';
const DONE = 'done';

/** Without a place that others see, or while it is out of reach, a process knows of its own ids only. */
export function newOnce(shared: Keyed | null): Once {
  const ids = new LRUCache<string, true>({ max: MOST_IDS });
  const answers = new LRUCache<string, Promise<Answer>>({ max: MOST_ANSWERS, ttl: KEPT_MS });
  const works = new LRUCache<string, Promise<void>>({ max: MOST_ANSWERS, ttl: KEPT_MS });
  const isKnown = (id: string) => {
    const known = ids.has(id);
    ids.set(id, true);
    return known;
  };
  return {
    isKnown,
    isFirst: async (id) => !isKnown(id) && (await shared?.add(`heard:${id}`, DONE, KEPT_MS)) !== false,
    async answer(id, make) {
      const before = answers.get(id);
      if (before) return { ...(await before), own: false };
      const made = claimed(shared, `answer:${id}`, make);
      answers.set(id, made);
      made.catch(() => answers.delete(id));
      return made;
    },
    work(id, work) {
      const before = works.get(id);
      if (before) return before;
      const done = worked(shared, `work:${id}`, work);
      works.set(id, done);
      done.catch(() => works.delete(id));
      return done;
    },
  };
}

async function claimed(shared: Keyed | null, key: string, make: () => Promise<string>): Promise<Answer> {
  for (;;) {
    const isMine = await shared?.add(key, BUSY, CLAIM_MS);
    if (isMine !== false) {
      const text = await make();
      await shared?.put(key, text, KEPT_MS);
      return { text, own: true };
    }
    const text = shared && (await outcome(shared, key));
    if (text) return { text, own: false };
  }
}

async function worked(shared: Keyed | null, key: string, work: () => Promise<void>): Promise<void> {
  for (;;) {
    const isMine = await shared?.add(key, BUSY, CLAIM_MS);
    if (isMine !== false) {
      const renewing = setInterval(() => void shared?.put(key, BUSY, CLAIM_MS), CLAIM_MS / 3);
      await work().finally(() => clearInterval(renewing));
      return shared?.put(key, DONE, KEPT_MS);
    }
    if (shared && (await outcome(shared, key))) return;
  }
}

/** What came of a claim of another process; null where the claim is over without it, or nobody can say. */
async function outcome(shared: Keyed, key: string): Promise<string | null> {
  for (;;) {
    const text = await shared.get(key);
    if (text !== BUSY) return text ?? null;
    await sleep(LOOK_EVERY_MS);
  }
}
