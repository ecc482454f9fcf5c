import { check } from '../check/check.ts';
import type { Draft } from '../check/drafts.ts';
import { type Bearings, type DataFile, type DataFiles, found } from '../check/files.ts';
import type { Finding } from '../model/finding.ts';
import type { SnapshotFile } from '../model/schema.ts';

/** A draft and its file; `snapshot` is null where it has not the right structure yet. */
export type DraftFile = Bearings & {
  readonly draft: Draft;
  readonly value: unknown;
  readonly snapshot: DataFile<SnapshotFile> | null;
};

/**
 * What the rules find in a dataset with drafts. It must hold without them, since nobody is told anything from them;
 * what is wrong within one is a warning.
 */
export function checkWithDrafts(files: DataFiles, drafts: readonly DraftFile[]): readonly Finding[] {
  const findings = check(files);
  const snapshots = drafts.flatMap(({ snapshot }) => snapshot ?? []);
  if (snapshots.length === 0) return findings;
  const all = [...files.snapshots, ...snapshots].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const names = new Set(snapshots.map(({ file }) => file));
  const within = check({ ...files, snapshots: all }).filter(({ file }) => names.has(file));
  return [...findings, ...within.map(warning)];
}

export const warning = (finding: Finding): Finding => ({ ...finding, severity: 'warning' });

/** A whole date that is a draft, where all others are partial: questions without a date would be answered from one. */
export function onlyPartial({ snapshots }: DataFiles, drafts: readonly DraftFile[]): readonly Finding[] {
  if (snapshots.length === 0 || snapshots.some(({ content }) => content.partial !== true)) return [];
  const whole = drafts.filter(({ snapshot }) => snapshot && snapshot.content.partial !== true);
  return whole.map((draft) =>
    found({ ...draft, file: draft.draft.file, content: draft.value }, draft.draft.left[0]?.path ?? [], {
      rule: 'draft',
      message: {
        it: 'Per questo "confirm" la sola data non parziale è una bozza: chi non nomina una data avrebbe la risposta di una parziale.',
        en: 'This "confirm" makes the only date that is not partial a draft: people who name no date would be answered from a partial one.',
      },
      advice: {
        it: 'Togliere "confirm" da ciò che vale; o scrivere "partial": true sotto la data, finché la bozza non è finita.',
        en: 'Remove "confirm" from what holds; or write "partial": true under the date until the draft is finished.',
      },
    }),
  );
}

/** Nothing can be answered where every snapshot is a draft. */
export function onlyDrafts({ snapshots }: DataFiles, drafts: readonly DraftFile[]): readonly Finding[] {
  const [first] = drafts;
  if (snapshots.length > 0 || !first) return [];
  const place = { ...first, file: first.draft.file, content: first.value };
  return [
    found(place, [], {
      rule: 'draft',
      message: {
        it: 'Tutti gli snapshot sono bozze: non c’è nulla da cui rispondere.',
        en: 'Every snapshot is a draft: there is nothing to answer from.',
      },
      advice: {
        it: 'Ripristinare lo snapshot precedente, o finire di confermare questo.',
        en: 'Restore the snapshot before, or finish confirming this one.',
      },
    }),
  ];
}
