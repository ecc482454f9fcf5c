import { check } from '../check/check.ts';
import { buildDataset, type Dataset } from '../model/dataset.ts';
import { type Finding, hasErrors, inOrder } from '../model/finding.ts';
import type { SnapshotFile } from '../model/schema.ts';
import { todayIs, versionOf } from './load.ts';
import { parsedFile } from './parsed.ts';
import { PROGRAMME_FILE, type RawDataset } from './read.ts';

/** `left` is what the draft still has to have confirmed. */
export type WithDraft =
  | { readonly ok: true; readonly dataset: Dataset; readonly left: number }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Without these a dataset cannot be built; whatever else is wrong in a draft, it can be looked at. */
const NEEDED = new Set(['references', 'excluded-amounts', 'printed-form']);

/** Whether a file is a draft, whatever else is wrong with it. */
export function isDraft({ files }: RawDataset, file: string): boolean {
  const raw = files.find((each) => each.file === file);
  return raw !== undefined && parsedFile(raw).draft !== null;
}

/** A dataset with one draft in it as if it were confirmed: for looking at the draft, never for answering. */
export function withDraft(raw: RawDataset, file: string): WithDraft {
  const parsed = raw.files.map((each) => ({ file: each.file, ...parsedFile(each) }));
  const draft = parsed.find((each) => each.file === file);
  const programme = parsed.find((each) => each.file === PROGRAMME_FILE)?.programme ?? null;
  const others = parsed.filter((each) => each.draft === null).flatMap(({ snapshot }) => snapshot ?? []);
  const own = draft?.draft?.snapshot ?? null;
  const broken = [
    ...raw.findings,
    ...parsed.filter((each) => each.draft === null).flatMap(({ findings }) => findings),
    ...(draft?.findings ?? []).map((finding) => (own ? finding : { ...finding, severity: 'error' as const })),
  ];
  if (programme === null || own === null || hasErrors(broken)) return { ok: false, findings: errors(broken) };
  const snapshots = [...others, own].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const found = check({ programme, snapshots, drafted: new Set(), texts: new Map(), today: todayIs() });
  const needed = errors(found).filter(({ rule }) => NEEDED.has(rule));
  if (needed.length > 0) return { ok: false, findings: needed };
  const contents = snapshots.map((each) => (each === own ? unmarked(each.content) : each.content));
  const dataset = buildDataset(programme.content, contents, versionOf(raw.files));
  return { ok: true, dataset, left: draft?.draft?.draft.left.length ?? 0 };
}

const errors = (findings: readonly Finding[]) =>
  inOrder(findings.filter(({ severity }) => severity === 'error'));

/** A mark on a note is no change of the note. */
function unmarked(snapshot: SnapshotFile): SnapshotFile {
  const notes = Object.entries(snapshot.notes).map(([key, { it, en }]) => [key, { it, en }]);
  return { ...snapshot, notes: Object.fromEntries(notes) };
}
