import type { Catalogue } from '../desk/catalogue.ts';
import { type Desk, openDesk } from '../desk/desk.ts';
import { type Loaded, loadFiles } from '../load/load.ts';
import { type RawDataset, readFolder } from '../load/read.ts';
import { textFiles } from '../load/sourceTexts.ts';
import { type LastGood, loadKept } from './lastGood.ts';
import { refusedVersion } from './refused.ts';
import type { ReloadAttempt, ReloadStatus } from './status.ts';
import { fingerprint, marksOf } from './watchFiles.ts';

type Refused = Extract<Loaded, { readonly ok: false }>;
type Good = Extract<Loaded, { readonly ok: true }>;
export type First = {
  readonly ok: true;
  readonly desk: Desk;
  readonly status: ReloadStatus;
  /** Of the files and texts, as they were before they were read. */
  readonly marks: string;
  /** What the folder holds. */
  readonly raw: RawDataset;
};
type Options = {
  readonly dir: string;
  readonly sourceDir: string | null;
  readonly catalogue: Catalogue;
  readonly lastGood: LastGood;
};

/** What answers from the start: the folder's dataset or, where it has errors, the last good one that was kept. */
export async function firstDesk({ dir, sourceDir, catalogue, lastGood }: Options): Promise<First | Refused> {
  const [at, began] = [new Date(), performance.now()];
  const files = await fingerprint(dir);
  const raw = await readFolder(dir);
  const loaded = await loadFiles(raw, { sourceDir });
  const answering = loaded.ok ? loaded : ((await loadKept(lastGood, sourceDir)) ?? loaded);
  if (!answering.ok) return answering;
  const desk = openDesk(answering.dataset, catalogue);
  const { documents } = answering.dataset.programme;
  const last = {
    at,
    cause: 'start',
    ms: Math.round(performance.now() - began),
    outcome: loaded.ok ? 'good' : 'bad',
    findings: loaded.findings,
    ...(loaded.ok
      ? {}
      : { refused: { version: await refusedVersion(raw, { sourceDir, documents }), since: at } }),
  } as const;
  const marks = files + (await marksOf(textFiles(documents, sourceDir)));
  return { ok: true, desk, status: statusOf(answering, last), marks, raw };
}

function statusOf(answering: Good & { readonly since?: Date }, last: ReloadAttempt): ReloadStatus {
  const { ok: _, dataset, since, ...report } = answering;
  return {
    version: dataset.version,
    loadedAt: new Date(),
    ...(since ? { keptSince: since } : {}),
    report,
    last,
    attempts: { good: 0, bad: 0, unchanged: 0, [last.outcome]: 1 },
  };
}
