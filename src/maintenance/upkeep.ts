import type { LiveDesk } from '../live/liveDesk.ts';
import type { MissingText } from '../model/condition.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Locale, Localised } from '../model/locale.ts';
import { type Attachment, fetchAttachment, type Unfetched } from './attachment.ts';
import type { Missed } from './missed/missed.ts';
import type { Reports } from './reports/reports.ts';
import type { Applied, Base, FileChange, Refusal, Signature } from './store/change.ts';
import type { Store } from './store/store.ts';
import type { Upload } from './upload/readUpload.ts';

/** What it takes to keep up the dataset of a running bot. */
export type Upkeep = {
  readonly store: Store;
  readonly reports: Reports;
  /** Questions without an answer; those kept before are there where no more are kept. Absent: there are none. */
  readonly questions?: Pick<Missed, 'list'> & { readonly logged: boolean };
  readonly live: Pick<LiveDesk, 'desk' | 'role' | 'reload'>;
  /** Another base of Discord's API, whose host may then keep attachments as well. */
  readonly apiUrl?: string | undefined;
  /** Where set, who asks for a change may not confirm it. */
  readonly confirmBy?: 'another' | undefined;
};

/** `forgotten`: what was to be confirmed is staged no longer. */
export type UpkeepRefusal = Refusal | Unfetched | { readonly ok: false; readonly reason: 'forgotten' };

/** What uploaded files would do to the dataset, all of them together; nothing has been changed. */
export type UploadPreview = {
  readonly ok: true;
  /** Which files of the dataset the upload changes; empty where its content does not show that. */
  readonly files: readonly string[];
  /** Of the whole dataset with the files in it. */
  readonly findings: readonly Finding[];
  /** What the tables of figures among them change, and what is wrong in those, which forbids a change. */
  readonly tables: Localised<readonly string[]>;
  readonly problems: Localised<readonly string[]>;
  /** A finding by the cell of the table that it goes back to, where it does. */
  readonly inWords: (finding: Finding, locale: Locale) => Finding;
  /** What answers now, and what would; `after` is null where the findings forbid it. */
  readonly before: Dataset;
  readonly after: Dataset | null;
  /** How much of the files is still to be confirmed: until nothing is, they are drafts, and nothing is answered from them. */
  readonly left: number;
  /** What the folder holds, which need not be what answers: it may have been broken by hand. */
  readonly base: Base;
  /** The documents' texts with which the figures could not be compared. */
  readonly uncompared: readonly MissingText[];
  /** What can be staged and confirmed; null where there are errors, or nothing to change. */
  readonly change: FileChange | null;
};

export type RollbackPreview = Pick<UploadPreview, 'ok' | 'before' | 'base' | 'uncompared'> & {
  readonly after: Dataset;
};

/** What a maintainer says yes to: `target` is the key of a staged change or a version, `base` that of the preview. */
export type Confirmation = {
  readonly action: 'update' | 'rollback';
  readonly target: string;
  readonly base: Base;
};

/** The files may be those of the dataset under any names, ZIPs of such files, and tables of figures. */
export async function previewUpload(
  upkeep: Upkeep,
  attachments: readonly Attachment[],
): Promise<UploadPreview | UpkeepRefusal> {
  const { store, live, apiUrl } = upkeep;
  const fetched = await Promise.all(attachments.map((each) => fetchAttachment(each, { apiUrl })));
  const unfetched = fetched.findIndex(({ ok }) => !ok);
  const why = fetched[unfetched];
  // Loaded when first used: a bot that nobody updates reads no ZIP and no table.
  const [{ labelOf }, { readUpload }] = await Promise.all([
    import('./upload/parts.ts'),
    import('./upload/readUpload.ts'),
  ]);
  if (why && !why.ok) return fetched.length > 1 ? { ...why, file: labelOf(unfetched) } : why;
  const uploads = fetched.flatMap((each) => (each.ok ? [each.bytes] : []));
  return previewOf(
    upkeep,
    await readUpload(uploads, {
      roleOf: live.role,
      datasetWith: async (files) => (await store.preview({ files })).raw,
    }),
  );
}

async function previewOf(
  { store, live }: Upkeep,
  { files, lines, problems, findings, inWords }: Upload,
): Promise<UploadPreview> {
  const names = files.map(({ file }) => file);
  const { dataset: before } = live.desk();
  const told = { ok: true, files: names, tables: lines, problems, before, inWords } as const;
  const nothing = { ...told, after: null, left: 0, base: null, uncompared: [], change: null } as const;
  if (hasErrors(findings) || problems.it.length > 0) return { ...nothing, findings };
  const change = { files };
  const { loaded, base, same } = await store.preview(change);
  const { findings: all, uncompared = [] } = loaded;
  if (!loaded.ok) return { ...nothing, findings: all, base, uncompared };
  const drafts = loaded.drafts.filter(({ file }) => names.includes(file));
  const left = drafts.reduce((sum, draft) => sum + draft.left.length, 0);
  const after = loaded.dataset;
  return { ...nothing, findings: all, after, left, base, uncompared, change: same ? null : change };
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
  const { dataset: after, uncompared } = loaded;
  return { ok: true, before: live.desk().dataset, after, base, uncompared };
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
