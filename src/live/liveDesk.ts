import type { Catalogue } from '../desk/catalogue.ts';
import type { Desk } from '../desk/desk.ts';
import { deepFreeze } from '../load/build.ts';
import type { Loaded } from '../load/load.ts';
import type { RawDataset } from '../load/read.ts';
import type { Role } from '../load/role.ts';
import { textFiles } from '../load/sourceTexts.ts';
import type { Condition } from '../model/condition.ts';
import type { Dataset } from '../model/dataset.ts';
import { type First, firstDesk } from './firstDesk.ts';
import { type LastGood, NOTHING_KEPT } from './lastGood.ts';
import { type LoaderOptions, openLoader } from './loader.ts';
import { unlessSilencing } from './silenced.ts';
import {
  logKept,
  logReload,
  type ReloadAttempt,
  type ReloadCause,
  type ReloadLogger,
  type ReloadStatus,
  statusAfter,
} from './status.ts';
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
  /** Without it a folder with errors is refused at the start. */
  readonly lastGood?: LastGood;
  readonly log: ReloadLogger;
  /** Told after every attempt to load the files but a good one at the start; must not throw. */
  readonly attempted?: ((status: ReloadStatus, answering: Dataset) => void) | undefined;
};

/**
 * The desk of a folder, kept up to date from then on. A folder that does not hold a good dataset is refused, unless a
 * good one of earlier was kept, which then answers until the files are right.
 */
export async function openLiveDesk(
  options: LiveOptions,
): Promise<{ readonly ok: true; readonly live: LiveDesk } | Extract<Loaded, { readonly ok: false }>> {
  const { dir, sourceDir = null, catalogue, lastGood = NOTHING_KEPT, log, attempted } = options;
  const first = await firstDesk({ dir, sourceDir, catalogue, lastGood });
  if (!first.ok) return first;
  const { desk, status, raw } = first;
  if (status.last.outcome === 'good') {
    // Nobody waits for it: people are to be answered first.
    void lastGood.keep(status.version, raw.files);
  } else {
    logKept(log, dir, status);
    attempted?.(status, desk.dataset);
  }
  return { ok: true, live: following(options, first) };
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
    lastGood = NOTHING_KEPT,
    log,
    attempted,
    ...thread
  }: LiveOptions,
  first: First,
): LiveDesk {
  const loader = openLoader(thread);
  const commands = [...catalogue.values()].map(({ name, heard }) => ({ name, heard }));
  let { desk, status } = first;
  let running: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  async function attempt(cause: ReloadCause): Promise<ReloadAttempt> {
    const [at, began] = [new Date(), performance.now()];
    const { version, programme } = desk.dataset;
    const current = { version, documents: programme.documents, texts: status.report.texts };
    const loaded = await loader.load({ dir, current, commands, apart });
    const result = cause === 'signal' ? loaded : await unlessSilencing(loaded, desk.dataset, lastConfirmed);
    // Kept before it answers: what has answered can be found again, whatever becomes of the files and of the process.
    if (result.outcome === 'good') await lastGood.keep(result.desk.dataset.version, result.files);
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
    loaded: first.marks,
    good: first.status.last.outcome !== 'bad',
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

/** The desk that answers now, and how it and the process stand. */
export function withCondition(
  { desk, status }: Pick<LiveDesk, 'desk' | 'status'>,
  more: () => Partial<Condition> = () => ({}),
): () => Desk {
  return () => {
    const { loadedAt, keptSince, last, report } = status();
    const kept = keptSince ? { keptSince } : {};
    const drafts = report.drafts.map(({ date, left }) => ({ date, left: left.length }));
    const { uncompared } = report;
    return {
      ...desk(),
      condition: { now: new Date(), loadedAt, ...kept, last, drafts, uncompared, ...more() },
    };
  };
}
