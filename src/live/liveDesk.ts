import type { Catalogue } from '../desk/catalogue.ts';
import { type Desk, openDesk } from '../desk/desk.ts';
import { deepFreeze } from '../load/build.ts';
import { type Loaded, loadDataset } from '../load/load.ts';
import type { RawDataset } from '../load/read.ts';
import type { Role } from '../load/role.ts';
import { textFiles } from '../load/sourceTexts.ts';
import type { Dataset } from '../model/dataset.ts';
import { type LoaderOptions, openLoader } from './loader.ts';
import { unlessSilencing } from './silenced.ts';
import {
  logReload,
  type ReloadAttempt,
  type ReloadCause,
  type ReloadLogger,
  type ReloadStatus,
  statusAfter,
} from './status.ts';
import { fingerprint, marksOf, watchFiles } from './watchFiles.ts';

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
  /** Stops following the files at once: a load that is under way is dropped. The desk goes on answering. */
  readonly close: () => Promise<void>;
};

export type LiveOptions = LoaderOptions & {
  readonly dir: string;
  readonly catalogue: Catalogue;
  /** Milliseconds between the two readings that must agree. */
  readonly apart?: number;
  /** The version that a maintainer confirmed last; without this function no version counts as confirmed. Never rejects. */
  readonly lastConfirmed?: () => Promise<string | null>;
  readonly log: ReloadLogger;
  /** Told after every attempt to load the files; must not throw. */
  readonly attempted?: ((status: ReloadStatus, answering: Dataset) => void) | undefined;
};

/** The desk of a folder, kept up to date from then on; a folder that does not hold a good dataset is refused. */
export async function openLiveDesk(
  options: LiveOptions,
): Promise<{ readonly ok: true; readonly live: LiveDesk } | Extract<Loaded, { readonly ok: false }>> {
  const began = performance.now();
  const { dir, sourceDir = null } = options;
  const files = await fingerprint(dir);
  const loaded = await loadDataset(dir, { sourceDir });
  if (!loaded.ok) return loaded;
  const { ok: _, dataset, ...report } = loaded;
  const [desk, at] = [openDesk(dataset, options.catalogue), new Date()];
  const ms = Math.round(performance.now() - began);
  const status = {
    version: dataset.version,
    loadedAt: at,
    report,
    last: { at, cause: 'start', outcome: 'good', ms, findings: report.findings },
    attempts: { good: 1, bad: 0, unchanged: 0 },
  } as const;
  const beside = await marksOf(textFiles(dataset.programme.documents, sourceDir));
  return { ok: true, live: following(options, desk, status, files + beside) };
}

/** A program that writes a file in pieces rarely waits longer between two pieces. */
const APART_MS = 100;

/** `desk` and `status` are the variables: each is replaced, never changed. */
function following(
  {
    dir,
    catalogue,
    apart = APART_MS,
    lastConfirmed = async () => null,
    log,
    attempted,
    ...thread
  }: LiveOptions,
  firstDesk: Desk,
  firstStatus: ReloadStatus,
  files: string,
): LiveDesk {
  const loader = openLoader(thread);
  const commands = [...catalogue.values()].map(({ name, heard }) => ({ name, heard }));
  let desk = firstDesk;
  let status = firstStatus;
  let running: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  async function attempt(cause: ReloadCause): Promise<ReloadAttempt> {
    const [at, began] = [new Date(), performance.now()];
    const { version, programme } = desk.dataset;
    const current = { version, documents: programme.documents, texts: status.report.texts };
    const loaded = await loader.load({ dir, current, commands, apart });
    const result = cause === 'signal' ? loaded : await unlessSilencing(loaded, desk.dataset, lastConfirmed);
    if (closing.signal.aborted) return status.last;
    if (result.outcome === 'good') {
      deepFreeze(result.desk.dataset);
      desk = { ...result.desk, catalogue };
    }
    const before = status;
    status = statusAfter(before, result, { at, cause, ms: Math.round(performance.now() - began) });
    logReload(log, dir, before, status);
    attempted?.(status, desk.dataset);
    return status.last;
  }

  /** One after the other, so that an older reading of the files never replaces a newer one. */
  function queued(cause: ReloadCause): Promise<ReloadAttempt> {
    const result = running.then(() => attempt(cause));
    running = result;
    return result;
  }

  const { sourceDir = null } = thread;
  void watchFiles({
    dir,
    beside: () => textFiles(desk.dataset.programme.documents, sourceDir),
    loaded: files,
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

/** The desk that answers now, and how it stands with its files. */
export function withCondition({ desk, status }: Pick<LiveDesk, 'desk' | 'status'>): () => Desk {
  return () => {
    const { loadedAt, last, report } = status();
    const drafts = report.drafts.map(({ date, left }) => ({ date, left: left.length }));
    const { uncompared } = report;
    return { ...desk(), condition: { now: new Date(), loadedAt, last, drafts, uncompared } };
  };
}
