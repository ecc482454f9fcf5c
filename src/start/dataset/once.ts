import { loadCatalogue } from '../../desk/catalogue.ts';
import type { Desk } from '../../desk/desk.ts';
import { NOTHING_KEPT } from '../../live/lastGood.ts';
import { readyOrChecked } from '../../live/readyOrChecked.ts';
import { readFolder } from '../../load/read.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Config } from '../config.ts';
import { type Opened, refused, unreadable } from './opened.ts';

/** The dataset of DATA_DIR, as its files are now. */
export async function openDataset(config: Config): Promise<Opened<{ dataset: Dataset }>> {
  const { dataDir, sourceDir } = config;
  const no = await unreadable(dataDir);
  if (no !== null) return no;
  const { loadDataset } = await import('../../load/load.ts');
  const loaded = await loadDataset(dataDir, { sourceDir });
  return loaded.ok ? loaded : refused(loaded, config);
}

/** A desk of that dataset. */
export async function openDeskOnce(config: Config): Promise<Opened<{ desk: Desk }>> {
  const { dataDir: dir, sourceDir } = config;
  const no = await unreadable(dir);
  if (no !== null) return no;
  const [catalogue, raw] = await Promise.all([loadCatalogue(), readFolder(dir)]);
  const opened = await readyOrChecked(raw, { dir, sourceDir, catalogue, lastGood: NOTHING_KEPT });
  return opened.ok ? { ok: true, desk: { ...opened.desk, catalogue } } : refused(opened, config);
}
