import { check } from '../check/check.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Finding, hasErrors, inOrder } from '../model/finding.ts';
import type { SnapshotFile } from '../model/schema.ts';
import { buildDataset } from './build.ts';
import { todayIs } from './load.ts';
import { parsedFiles } from './parsed.ts';
import type { RawDataset } from './read.ts';
import { versionOf } from './version.ts';

/** `left` is what the draft still has to have confirmed. */
export type WithDraft =
  | { readonly ok: true; readonly dataset: Dataset; readonly left: number }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** A dataset that breaks these rules cannot be built; with any other mistake a draft can still be shown. */
const NEEDED = new Set(['references', 'excluded-amounts', 'printed-form']);

/** Whether a file is a draft, whatever else is wrong with it. */
export function isDraft(raw: RawDataset, file: string): boolean {
  return parsedFiles(raw).drafts.some((draft) => draft.file === file);
}

/** A dataset with one draft in it as if it were confirmed: for looking at the draft, never for answering. */
export function withDraft(raw: RawDataset, file: string): WithDraft {
  const { programme, snapshots: published, drafts, findings } = parsedFiles(raw);
  const draft = drafts.find((each) => each.file === file);
  const others = published.filter((each) => each.file !== file);
  const own = draft?.snapshot ?? null;
  const broken = findings.map((one) =>
    own || one.file !== file ? one : { ...one, severity: 'error' as const },
  );
  if (programme === null || own === null || hasErrors(broken)) return { ok: false, findings: errors(broken) };
  const snapshots = [...others, own].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const wrong = check({ programme, snapshots, drafted: new Set(), texts: new Map(), today: todayIs() });
  const needed = errors(wrong).filter(({ rule }) => NEEDED.has(rule));
  if (needed.length > 0) return { ok: false, findings: needed };
  const contents = snapshots.map((each) => (each === own ? unmarked(each.content) : each.content));
  const dataset = buildDataset(programme.content, contents, versionOf(raw.files));
  return { ok: true, dataset, left: draft?.left.length ?? 0 };
}

const errors = (findings: readonly Finding[]) =>
  inOrder(findings.filter(({ severity }) => severity === 'error'));

/** A mark on a note does not change the note. */
function unmarked(snapshot: SnapshotFile): SnapshotFile {
  const notes = Object.entries(snapshot.notes).map(([key, { confirm: _, ...note }]) => [key, note]);
  return { ...snapshot, notes: Object.fromEntries(notes) };
}
