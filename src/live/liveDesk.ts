import type { Catalogue } from '../desk/catalogue.ts';
import { type Desk, openDesk } from '../desk/desk.ts';
import { type Loaded, loadDataset } from '../load/load.ts';
import type { RawDataset } from '../load/read.ts';
import type { Role } from '../load/role.ts';
import { deepFreeze } from '../model/dataset.ts';
import { fingerprint } from './fingerprint.ts';
import { type LoaderOptions, openLoader } from './loader.ts';
import { type ReloadLogger, reloadLog } from './reloadLog.ts';
import type { LoadedDesk } from './settled.ts';
import { type Confirmed, unlessSilencing } from './silenced.ts';
import type { LoadReport, ReloadAttempt, ReloadCause, ReloadOutcome, ReloadStatus } from './status.ts';
import { watchFiles } from './watchFiles.ts';

/** A desk that follows the files of its folder: replaced whole, by a good dataset only. */
export type LiveDesk = {
  /** Read it once for each question: two calls may give two datasets. */
  readonly desk: () => Desk;
  readonly status: () => ReloadStatus;
  /** Loads the files now, whether they have changed or not. Never rejects. */
  readonly reload: (cause: Exclude<ReloadCause, 'start' | 'files'>) => Promise<ReloadAttempt>;
  /** Checks files that are not the folder's, in the same thread: an upload must not hold up answers. Never rejects. */
  readonly check: (raw: RawDataset) => Promise<Loaded>;
  /** Which file of a dataset an upload is; in the same thread, and never rejects. */
  readonly role: (bytes: Uint8Array) => Promise<Role>;
  /** Follows the files no more, at once: what is being loaded is dropped. The desk goes on answering. */
  readonly close: () => Promise<void>;
};

export type LiveOptions = LoaderOptions & {
  readonly dir: string;
  readonly catalogue: Catalogue;
  /** Milliseconds between the two readings that must agree. */
  readonly apart?: number;
  /** Left out, nobody has: whatever makes a date fall silent waits for a restart. */
  readonly confirmed?: Confirmed;
  readonly log: ReloadLogger;
};

/** The desk of a folder, from then on kept up to date; a folder that is no good dataset to begin with is refused. */
export async function openLiveDesk(
  options: LiveOptions,
): Promise<{ readonly ok: true; readonly live: LiveDesk } | Extract<Loaded, { readonly ok: false }>> {
  const began = performance.now();
  const seen = await fingerprint(options.dir);
  const loaded = await loadDataset(options.dir);
  if (!loaded.ok) return loaded;
  const { ok: _, dataset, ...report } = loaded;
  const first = { desk: openDesk(dataset, options.catalogue), report };
  return { ok: true, live: following(options, { ...first, ms: performance.now() - began, seen }) };
}

/** Whoever writes a file in pieces rarely waits longer between two of them. */
const APART_MS = 100;

type First = { readonly desk: Desk; readonly report: LoadReport; readonly ms: number; readonly seen: string };

/** `desk` and `status` are the variables: each is replaced, never changed. */
function following(
  { dir, catalogue, apart = APART_MS, confirmed = async () => false, log, ...thread }: LiveOptions,
  first: First,
): LiveDesk {
  const loader = openLoader(thread);
  const say = reloadLog(log, dir);
  const commands = [...catalogue.values()].map(({ name, heard }) => ({ name, heard }));
  let { desk } = first;
  let status = started(first);
  let running: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  async function attempt(cause: ReloadCause): Promise<ReloadAttempt> {
    const [at, began] = [new Date(), performance.now()];
    const loaded = await loader.load({ dir, current: desk.dataset.version, commands, apart });
    const result = cause === 'signal' ? loaded : await unlessSilencing(loaded, desk.dataset, confirmed);
    if (closing.signal.aborted) return status.last;
    const before = desk.dataset.version;
    if (result.outcome === 'good') {
      deepFreeze(result.desk.dataset);
      desk = { ...result.desk, catalogue };
    }
    status = after(status, result, { at, cause, ms: Math.round(performance.now() - began) });
    say(status, before);
    return status.last;
  }

  /** One after the other, so that an older reading of the files never replaces a newer one. */
  function queued(cause: ReloadCause): Promise<ReloadAttempt> {
    const result = running.then(() => attempt(cause));
    running = result;
    return result;
  }

  void watchFiles({
    dir,
    seen: first.seen,
    signal: closing.signal,
    changed: async () => (await queued('files')).outcome !== 'bad',
  });
  return {
    desk: () => desk,
    status: () => status,
    reload: queued,
    check: loader.check,
    role: loader.role,
    close() {
      closing.abort();
      return loader.close();
    },
  };
}

function started({ desk, report, ms }: First): ReloadStatus {
  const at = new Date();
  const { findings } = report;
  return {
    version: desk.dataset.version,
    loadedAt: at,
    report,
    last: { at, cause: 'start', outcome: 'good', ms: Math.round(ms), findings },
    attempts: { good: 1, bad: 0, unchanged: 0 },
  };
}

function after(
  before: ReloadStatus,
  result: LoadedDesk,
  attempt: Pick<ReloadAttempt, 'at' | 'cause' | 'ms'>,
): ReloadStatus {
  const { outcome } = result;
  const attempts = counted(before.attempts, outcome);
  if (result.outcome === 'good') {
    const { desk, report } = result;
    const last = { ...attempt, outcome, findings: report.findings };
    return { version: desk.dataset.version, loadedAt: new Date(), report, last, attempts };
  }
  const findings = result.outcome === 'bad' ? result.findings : before.report.findings;
  return { ...before, last: { ...attempt, outcome, findings }, attempts };
}

function counted(attempts: ReloadStatus['attempts'], outcome: ReloadOutcome): ReloadStatus['attempts'] {
  return { ...attempts, [outcome]: attempts[outcome] + 1 };
}
