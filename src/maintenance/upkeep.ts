import type { LiveDesk } from '../live/liveDesk.ts';
import type { RawFile } from '../load/read.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Localised } from '../model/locale.ts';
import { type Attachment, fetchAttachment, type Unfetched } from './attachment.ts';
import type { Reports } from './reports/reports.ts';
import type { Applied, Base, FileChange, Refusal, Signature } from './store/change.ts';
import type { Store } from './store/store.ts';
import { contentsOf } from './upload/contents.ts';
import { partsOf } from './upload/parts.ts';
import { type Planned, planned } from './upload/tables.ts';

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
  /** What answers now, and what would; `after` is null where the findings forbid it. */
  readonly before: Dataset;
  readonly after: Dataset | null;
  /** How much of the files is still to be confirmed: until nothing is, they are drafts, and nothing is answered from them. */
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

/** The files may be those of the dataset under any names, ZIPs of such files, and tables of figures. */
export async function previewUpload(
  upkeep: Upkeep,
  attachments: readonly Attachment[],
): Promise<UploadPreview | UpkeepRefusal> {
  const { store, live, apiUrl } = upkeep;
  const fetched = await Promise.all(attachments.map((each) => fetchAttachment(each, { apiUrl })));
  const [unfetched] = fetched.filter((each) => !each.ok);
  if (unfetched) return unfetched;
  const unpacked = await partsOf(fetched.flatMap((each) => (each.ok ? [each.bytes] : [])));
  const { files, tables, findings } = await contentsOf(unpacked.parts, live.role);
  const plan = tables.length > 0 ? await planUpon(store, files, tables) : UNPLANNED;
  const names = [...new Set([...files, ...plan.files].map(({ file }) => file))].sort();
  const own = [...unpacked.findings, ...findings, ...plan.findings];
  const told = { ok: true, files: names, tables: plan.lines, problems: plan.problems } as const;
  const { dataset: before } = live.desk();
  const nothing = { ...told, before, after: null, left: 0, base: null, change: null } as const;
  if (hasErrors(own) || plan.problems.it.length > 0) return { ...nothing, findings: own };
  // A table may add to a programme.json that was uploaded beside it: the later file holds both.
  const last = new Map([...files, ...plan.files].map(({ file, bytes }) => [file, { file, bytes }]));
  const change = { files: [...last.values()] };
  const { loaded, base, same } = await store.preview(change);
  if (!loaded.ok) return { ...nothing, findings: loaded.findings, base };
  const drafts = loaded.drafts.filter(({ file }) => names.includes(file));
  const left = drafts.reduce((sum, draft) => sum + draft.left.length, 0);
  const after = loaded.dataset;
  return { ...nothing, findings: loaded.findings, after, left, base, change: same ? null : change };
}

const UNPLANNED: Planned = {
  files: [],
  lines: { it: [], en: [] },
  problems: { it: [], en: [] },
  findings: [],
};

/** The check of the files without the tables is of no matter: a new record's figures may stand in a table. */
async function planUpon(
  store: Store,
  files: Parameters<typeof planned>[2],
  tables: Parameters<typeof planned>[1],
): Promise<Planned> {
  const { raw } = await store.preview({ files: files.map(({ file, bytes }): RawFile => ({ file, bytes })) });
  return planned(raw, tables, files);
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
