import type { LiveDesk } from '../live/liveDesk.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import type { Fetched } from './attachment.ts';
import type { FileChange } from './store/change.ts';
import type { Preview } from './store/putInPlace.ts';
import type { Store } from './store/store.ts';

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
} & Standing;

/** How a change stands to the folder, which need not hold what answers: it may have been broken by hand. */
export type Standing = Pick<Preview, 'base' | 'same'>;

/** What was uploaded, and what it would change in the folder; null where that cannot be told. */
export type Looked = { readonly review: Review; readonly change: FileChange | null };

export async function lookedAt(
  store: Pick<Store, 'preview'>,
  live: Pick<LiveDesk, 'desk' | 'role'>,
  bytes: Uint8Array,
): Promise<Looked> {
  const { dataset: before } = live.desk();
  const { file, findings } = await live.role(bytes);
  if (file === null) {
    const outcome = { file, findings, before, after: null, left: 0, base: null, same: false };
    return { review: { ok: true, outcome }, change: null };
  }
  const change = { files: [{ file, bytes }] };
  const { loaded, base, same } = await store.preview(change);
  const after = loaded.ok ? loaded.dataset : null;
  const draft = loaded.ok ? loaded.drafts.find((each) => each.file === file) : undefined;
  const left = draft?.left.length ?? 0;
  return {
    review: { ok: true, outcome: { file, findings: loaded.findings, before, after, left, base, same } },
    change,
  };
}
