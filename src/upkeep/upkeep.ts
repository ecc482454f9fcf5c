import type { LiveDesk } from '../live/liveDesk.ts';
import type { Dataset } from '../programme/dataset.ts';
import type { Finding } from '../programme/finding.ts';
import type { Refusal } from '../store/refusal.ts';
import type { Applied, Signature, Store } from '../store/store.ts';
import type { StoredVersion } from '../store/versions.ts';
import { type Attachment, type Fetched, fetchAttachment } from './attachment.ts';

/** What an uploaded file would do to the dataset; nothing has been changed. */
export type Review =
  | Extract<Fetched, { readonly ok: false }>
  | { readonly ok: true; readonly outcome: Reviewed };

export type Reviewed = {
  /** Which file of the dataset it is; null where that cannot be told. */
  readonly file: string | null;
  /** Of the whole dataset with the file in it. */
  readonly findings: readonly Finding[];
  /** What answers now, and what would; `after` is null where the findings forbid it. */
  readonly before: Dataset;
  readonly after: Dataset | null;
  /** How much of the file is still to be confirmed: until nothing is, it is a draft, and nothing is answered from it. */
  readonly left: number;
};

/** `key`: by which `confirm` finds it, made for the version `before`; null where there is nothing to confirm. */
export type Offer = {
  readonly review: Review;
  readonly key: string | null;
  readonly refusal: Refusal | null;
};

/** A confirmation that came too late, or for another dataset than it was shown for, is a refusal. */
export type Confirmed = Applied | { readonly ok: false; readonly reason: 'forgotten' };

export type Comparison = { readonly before: Dataset; readonly after: Dataset } | Refusal;

/** What maintainers can do to the dataset of a running bot. */
export type Upkeep = {
  readonly review: (attachment: Attachment) => Promise<Review>;
  /** The same, and keeps the file until somebody says yes to it. */
  readonly offer: (attachment: Attachment) => Promise<Offer>;
  readonly confirm: (key: string, base: string, signature: Signature) => Promise<Confirmed>;
  /** The versions that can be gone back to, the last one first; the current one is not among them. */
  readonly versions: () => Promise<readonly StoredVersion[]>;
  readonly compare: (version: string) => Promise<Comparison>;
  readonly rollback: (version: string, base: string, signature: Signature) => Promise<Confirmed>;
};

export type UpkeepParts = {
  readonly store: Store;
  readonly live: Pick<LiveDesk, 'desk' | 'check' | 'role' | 'reload'>;
  readonly apiUrl?: string | undefined;
};

export function openUpkeep({ store, live, apiUrl }: UpkeepParts): Upkeep {
  const current = () => live.desk().dataset;
  /** Those who ask next are answered from it; other processes on the same files follow by themselves. */
  const swapped = async (applied: Applied): Promise<Applied> => {
    if (applied.ok) await live.reload('asked');
    return applied;
  };
  const look = async (attachment: Attachment) => {
    const fetched = await fetchAttachment(attachment, { apiUrl });
    if (!fetched.ok) return { review: fetched, change: null };
    const before = current();
    const { file, findings } = await live.role(fetched.bytes);
    if (file === null) {
      return {
        review: { ok: true, outcome: { file, findings, before, after: null, left: 0 } } as const,
        change: null,
      };
    }
    const change = { files: [{ file, bytes: fetched.bytes }] };
    const { loaded } = await store.preview(change);
    const after = loaded.ok ? loaded.dataset : null;
    const draft = loaded.ok ? loaded.drafts.find((each) => each.file === file) : undefined;
    const outcome = { file, findings: loaded.findings, before, after, left: draft?.left.length ?? 0 };
    return { review: { ok: true, outcome } as const, change };
  };
  return {
    review: async (attachment) => (await look(attachment)).review,
    async offer(attachment) {
      const { review, change } = await look(attachment);
      const changes = review.ok && review.outcome.after?.version !== review.outcome.before.version;
      if (!change || !changes || review.outcome.after === null) return { review, key: null, refusal: null };
      const staged = await store.stage(change);
      return staged.ok ? { review, key: staged.key, refusal: null } : { review, key: null, refusal: staged };
    },
    async confirm(key, base, signature) {
      const change = await store.staged(key);
      return change
        ? swapped(await store.apply(change, signature, base))
        : { ok: false, reason: 'forgotten' };
    },
    versions: async () => (await store.versions()).filter((version) => !version.current),
    async compare(version) {
      const raw = await store.version(version);
      if (!raw) return { ok: false, reason: 'unknown-version' };
      const loaded = await live.check(raw);
      if (!loaded.ok) return { ok: false, reason: 'invalid', findings: loaded.findings };
      return { before: current(), after: loaded.dataset };
    },
    rollback: async (version, base, signature) => swapped(await store.rollback(version, signature, base)),
  };
}
