import type { LiveDesk } from '../live/liveDesk.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { type Attachment, fetchAttachment, type Unfetched } from './attachment.ts';
import type { Reports } from './reports/reports.ts';
import type { Applied, Base, FileChange, Refusal, Signature } from './store/change.ts';
import type { Store } from './store/store.ts';

/** What it takes to keep up the dataset of a running bot. */
export type Upkeep = {
  readonly store: Store;
  readonly reports: Reports;
  readonly live: Pick<LiveDesk, 'desk' | 'role' | 'reload'>;
  /** Another base of Discord's API, whose host may then keep attachments as well. */
  readonly apiUrl?: string | undefined;
  /** Where set, who asks for a change may not confirm it. */
  readonly confirmBy?: 'another' | undefined;
};

/** `forgotten`: what was to be confirmed is staged no longer. */
export type UpkeepRefusal = Refusal | Unfetched | { readonly ok: false; readonly reason: 'forgotten' };

/** What an uploaded file would do to the dataset; nothing has been changed. */
export type UploadPreview = {
  readonly ok: true;
  /** Which file of the dataset the upload is; null where the content does not show that. */
  readonly file: string | null;
  /** Of the whole dataset with the file in it. */
  readonly findings: readonly Finding[];
  /** What answers now, and what would; `after` is null where the findings forbid it. */
  readonly before: Dataset;
  readonly after: Dataset | null;
  /** How much of the file is still to be confirmed: until nothing is, it is a draft, and nothing is answered from it. */
  readonly left: number;
  /** What the folder holds, which need not be what answers: it may have been broken by hand. */
  readonly base: Base;
  /** What can be staged and confirmed; null where there are errors, or nothing to change. */
  readonly change: FileChange | null;
};

export type RollbackPreview = Pick<UploadPreview, 'ok' | 'before' | 'base'> & { readonly after: Dataset };

/** What a maintainer says yes to: `target` is the key of a staged change or a version, `base` that of the preview. */
export type Confirmation = {
  readonly action: 'update' | 'rollback';
  readonly target: string;
  readonly base: Base;
};

export async function previewUpload(
  { store, live, apiUrl }: Upkeep,
  attachment: Attachment,
): Promise<UploadPreview | UpkeepRefusal> {
  const fetched = await fetchAttachment(attachment, { apiUrl });
  if (!fetched.ok) return fetched;
  const { bytes } = fetched;
  const { dataset: before } = live.desk();
  const { file, findings } = await live.role(bytes);
  const nothing = { ok: true, before, after: null, left: 0, base: null, change: null } as const;
  if (file === null) return { ...nothing, file, findings };
  const change = { files: [{ file, bytes }] };
  const { loaded, base, same } = await store.preview(change);
  if (!loaded.ok) return { ...nothing, file, findings: loaded.findings, base };
  const left = loaded.drafts.find((draft) => draft.file === file)?.left.length ?? 0;
  const after = loaded.dataset;
  return { ...nothing, file, findings: loaded.findings, after, left, base, change: same ? null : change };
}

export async function previewRollback(
  { store, live }: Upkeep,
  version: string,
): Promise<RollbackPreview | Refusal> {
  const preview = await store.previewRollback(version);
  if (!preview) return { ok: false, reason: 'unknown-version' };
  const { loaded, base, same } = preview;
  if (!loaded.ok) return { ok: false, reason: 'invalid', findings: loaded.findings };
  if (same) return { ok: false, reason: 'unchanged', version };
  return { ok: true, before: live.desk().dataset, after: loaded.dataset, base };
}

/** `answers`: whether it is what answers now. */
export type Confirmed =
  | (Extract<Applied, { readonly ok: true }> & { readonly answers: boolean })
  | UpkeepRefusal;

/** Later questions are answered from the new dataset; other processes on the same files follow by themselves. */
export async function applyConfirmed(
  { store, live }: Upkeep,
  { action, target, base }: Confirmation,
  signature: Signature,
): Promise<Confirmed> {
  const change = action === 'update' ? await store.staged(target) : null;
  if (action === 'update' && !change) return { ok: false, reason: 'forgotten' };
  const applied = change
    ? await store.apply(change, signature, base)
    : await store.rollback(target, signature, base);
  if (!applied.ok) return applied;
  const { outcome } = await live.reload('asked');
  return { ...applied, answers: outcome !== 'bad' };
}
