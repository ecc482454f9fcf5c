import { join } from 'node:path';
import type { Logger } from 'pino';
import { loadCatalogue } from '../../desk/catalogue.ts';
import { type LiveDesk, type LiveOptions, openLiveDesk } from '../../live/liveDesk.ts';
import { lastApplied } from '../../maintenance/store/history.ts';
import { openStore, type Store } from '../../maintenance/store/store.ts';
import type { MissingText } from '../../model/condition.ts';
import type { Config } from '../config.ts';
import { openLastGood } from './lastGood.ts';
import { type Opened, refused, unreadable } from './opened.ts';

/**
 * A desk that follows the files of DATA_DIR, and the store that changes these files. Where the files have errors and a
 * good dataset of earlier was kept, that one answers until they are right.
 */
export async function openLive(
  config: Config,
  log: Logger,
  attempted?: LiveOptions['attempted'],
): Promise<Opened<{ live: LiveDesk; store: Store }>> {
  const { dataDir, sourceDir } = config;
  const lastConfirmed = () => lastApplied(dataDir).catch(() => null);
  const catalogue = await loadCatalogue();
  const lastGood = openLastGood(dataDir, log);
  const kept = { lastConfirmed, lastGood };
  const opened = await openLiveDesk({ dir: dataDir, sourceDir, catalogue, ...kept, log, attempted });
  if (!opened.ok) {
    return (await unreadable(dataDir)) ?? refused(opened, config);
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
