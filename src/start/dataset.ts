import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { loadCatalogue } from '../desk/catalogue.ts';
import { EX_CONFIG } from '../discord/exitStatus.ts';
import { type LiveDesk, type LiveOptions, openLiveDesk } from '../live/liveDesk.ts';
import { loadDataset } from '../load/load.ts';
import { PROGRAMME_FILE } from '../load/read.ts';
import { report } from '../load/report.ts';
import { lastApplied } from '../maintenance/store/history.ts';
import { openStore, type Store } from '../maintenance/store/store.ts';
import type { MissingText } from '../model/condition.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Config } from './config.ts';
import { openLastGood } from './lastGood.ts';

/** An opened dataset or desk, or the exit status; problems go to standard error. */
export type Opened<T> = (T & { readonly ok: true }) | { readonly ok: false; readonly status: number };

/** The dataset of DATA_DIR. */
export async function openDataset(config: Config): Promise<Opened<{ dataset: Dataset }>> {
  const { dataDir, sourceDir, defaultLocale } = config;
  const unreadable = await readable(dataDir);
  if (unreadable !== null) return ended(EX_CONFIG, unreadable);
  const loaded = await loadDataset(dataDir, { sourceDir });
  if (!loaded.ok) return ended(1, report(loaded, defaultLocale, { folder: dataDir, sourceDir }));
  return { ok: true, dataset: loaded.dataset };
}

/**
 * A desk that follows the files of DATA_DIR, and the store that changes these files. Where the files have errors and a
 * good dataset of earlier was kept, that one answers until they are right.
 */
export async function openLive(
  config: Config,
  log: Logger,
  attempted?: LiveOptions['attempted'],
): Promise<Opened<{ live: LiveDesk; store: Store }>> {
  const { dataDir, sourceDir, defaultLocale } = config;
  const lastConfirmed = () => lastApplied(dataDir).catch(() => null);
  const catalogue = await loadCatalogue();
  const lastGood = openLastGood(dataDir, log);
  const kept = { lastConfirmed, lastGood };
  const opened = await openLiveDesk({ dir: dataDir, sourceDir, catalogue, ...kept, log, attempted });
  if (!opened.ok) {
    const unreadable = await readable(dataDir);
    if (unreadable !== null) return ended(EX_CONFIG, unreadable);
    return ended(1, report(opened, defaultLocale, { folder: dataDir, sourceDir }));
  }
  const { live } = opened;
  sayUncompared(log, live.status().report.uncompared, sourceDir);
  const store = openStore(dataDir, live.check);
  void store.recover().then((done) => {
    if (!done.ok)
      log.warn(done, 'a change of the dataset that was interrupted could not be put in its place yet');
  });
  return { ok: true, live, store };
}

/** One line for each document whose figures nothing compares with what the document prints. */
function sayUncompared(log: Logger, uncompared: readonly MissingText[], sourceDir: string): void {
  for (const { document, file, cause } of uncompared) {
    const details = { document, text: join(sourceDir, file), cause: cause ?? 'ENOENT' };
    log.warn(details, `the text of ${document} is not at hand: its figures are not compared`);
  }
}

/** Null, or one line on why no dataset can be read there. */
async function readable(dataDir: string): Promise<string | null> {
  const file = join(dataDir, PROGRAMME_FILE);
  const problem = await access(file, constants.R_OK).then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code ?? 'unreadable',
  );
  return (
    problem &&
    `DATA_DIR is "${dataDir}", but ${file} cannot be read (${problem}): set DATA_DIR to the folder of the dataset`
  );
}

function ended(status: number, why: string): { readonly ok: false; readonly status: number } {
  process.stderr.write(`${why}\n`);
  return { ok: false, status };
}
