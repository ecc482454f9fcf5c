import type { LiveDesk } from '../live/liveDesk.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Attachment, fetchAttachment } from './attachment.ts';
import { type Looked, lookedAt, type Review, type Standing } from './review.ts';
import type { Applied, Base, Preview, Signature } from './store/putInPlace.ts';
import type { Refusal } from './store/refusal.ts';
import type { Store } from './store/store.ts';
import type { StoredVersion } from './store/versions.ts';

/** `key`: by which `confirm` finds it; null where there is nothing to confirm. */
type Offer = {
  readonly review: Review;
  readonly key: string | null;
  readonly refusal: Refusal | null;
};

/** A confirmation that came too late, or for another dataset than it was shown for, is a refusal. */
export type Confirmed =
  /** `answers`: whether it is what answers now. */
  | (Extract<Applied, { readonly ok: true }> & { readonly answers: boolean })
  | Refusal
  | { readonly ok: false; readonly reason: 'forgotten' };

export type Comparison = ({ readonly before: Dataset; readonly after: Dataset } & Standing) | Refusal;

/** What maintainers can do to the dataset of a running bot. `base` is that of what was shown for the confirmation. */
export type Upkeep = {
  readonly review: (attachment: Attachment) => Promise<Review>;
  /** The same, and keeps the file until somebody says yes to it. */
  readonly offer: (attachment: Attachment) => Promise<Offer>;
  readonly confirm: (key: string, base: Base, signature: Signature) => Promise<Confirmed>;
  /** The versions that can be gone back to, the last one first; the current one is not among them. */
  readonly versions: () => Promise<readonly StoredVersion[]>;
  readonly compare: (version: string) => Promise<Comparison>;
  readonly rollback: (version: string, base: Base, signature: Signature) => Promise<Confirmed>;
};

type UpkeepParts = {
  readonly store: Store;
  readonly live: Pick<LiveDesk, 'desk' | 'role' | 'reload'>;
  readonly apiUrl?: string | undefined;
};

export function openUpkeep({ store, live, apiUrl }: UpkeepParts): Upkeep {
  const look = async (attachment: Attachment): Promise<Looked> => {
    const fetched = await fetchAttachment(attachment, { apiUrl });
    return fetched.ok ? lookedAt(store, live, fetched.bytes) : { review: fetched, change: null };
  };
  return {
    review: async (attachment) => (await look(attachment)).review,
    offer: async (attachment) => offered(store, await look(attachment)),
    async confirm(key, base, signature) {
      const change = await store.staged(key);
      if (!change) return { ok: false, reason: 'forgotten' };
      return swapped(live, await store.apply(change, signature, base));
    },
    versions: async () => (await store.versions()).filter((version) => !version.current),
    compare: async (version) => compared(live, await store.previewRollback(version)),
    rollback: async (version, base, signature) =>
      swapped(live, await store.rollback(version, signature, base)),
  };
}

async function offered(store: Store, { review, change }: Looked): Promise<Offer> {
  const nothing = { review, key: null, refusal: null };
  if (!change || !review.ok || review.outcome.after === null || review.outcome.same) return nothing;
  const staged = await store.stage(change);
  return staged.ok ? { ...nothing, key: staged.key } : { ...nothing, refusal: staged };
}

function compared(live: UpkeepParts['live'], preview: Preview | null): Comparison {
  if (!preview) return { ok: false, reason: 'unknown-version' };
  const { loaded, base, same } = preview;
  if (!loaded.ok) return { ok: false, reason: 'invalid', findings: loaded.findings };
  return { before: live.desk().dataset, after: loaded.dataset, base, same };
}

/** Those who ask next are answered from it; other processes on the same files follow by themselves. */
async function swapped(live: UpkeepParts['live'], applied: Applied): Promise<Confirmed> {
  if (!applied.ok) return applied;
  const { outcome } = await live.reload('asked');
  return { ...applied, answers: outcome !== 'bad' };
}
