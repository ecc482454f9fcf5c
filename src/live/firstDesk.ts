import type { Desk } from '../desk/desk.ts';
import type { Loaded } from '../load/load.ts';
import { type RawDataset, readFolder } from '../load/read.ts';
import { textFiles } from '../load/sourceTexts.ts';
import type { CheckedDesk } from './checkedDesk.ts';
import { type Options, readyOrChecked } from './readyOrChecked.ts';
import type { ReloadStatus } from './status.ts';
import { fingerprint, marksOf } from './watchFiles.ts';

type Refused = Extract<Loaded, { readonly ok: false }>;
export type First = {
  readonly ok: true;
  readonly desk: Desk;
  readonly status: ReloadStatus;
  /** Of the files and texts, as they were before they were read. */
  readonly marks: string;
  /** What the folder holds. */
  readonly raw: RawDataset;
};

/** What answers from the start: the folder's dataset or, where it has errors, the last good one that was kept. */
export async function firstDesk(options: Options): Promise<First | Refused> {
  const { dir, sourceDir, catalogue } = options;
  const [at, began] = [new Date(), performance.now()];
  const files = await fingerprint(dir);
  const raw = await readFolder(dir);
  const first = await readyOrChecked(raw, options);
  if (!first.ok) return first;
  const { documents } = first.desk.dataset.programme;
  const ms = Math.round(performance.now() - began);
  const last = { at, cause: 'start', ms, ...(await outcomeOf(first, raw, sourceDir, at)) } as const;
  const marks = files + (await marksOf(textFiles(documents, sourceDir)));
  return { ok: true, desk: { ...first.desk, catalogue }, status: statusOf(first, last), marks, raw };
}

async function outcomeOf(
  { report, refused, desk }: CheckedDesk,
  raw: RawDataset,
  sourceDir: string | null,
  since: Date,
): Promise<Pick<ReloadStatus['last'], 'outcome' | 'findings' | 'refused'>> {
  if (!refused) return { outcome: 'good', findings: report.findings };
  const { refusedVersion } = await import('./refused.ts');
  const { documents } = desk.dataset.programme;
  const version = await refusedVersion(raw, { sourceDir, documents });
  return { outcome: 'bad', findings: refused.findings, refused: { version, since } };
}

function statusOf({ desk, report, since }: CheckedDesk, last: ReloadStatus['last']): ReloadStatus {
  return {
    version: desk.dataset.version,
    loadedAt: new Date(),
    ...(since ? { keptSince: since } : {}),
    report,
    last,
    attempts: { good: 0, bad: 0, unchanged: 0, [last.outcome]: 1 },
  };
}
