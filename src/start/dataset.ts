import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import { type Config, EX_CONFIG, readConfig } from '../config.ts';
import { type Desk, openDesk } from '../desk.ts';
import type { Dataset } from '../programme/dataset.ts';
import { loadDataset } from '../programme/load.ts';
import { report } from '../programme/report.ts';

/** What every program starts from, or the status with which it ends; what is wrong is on standard error. */
export type Opened<T> = (T & { readonly ok: true }) | { readonly ok: false; readonly status: number };

export async function openDataset(): Promise<Opened<{ config: Config; dataset: Dataset }>> {
  const read = readConfig();
  if (!read.ok) return ended(EX_CONFIG, read.problems.join('\n'));
  const { dataDir, sourceDir, defaultLocale } = read.config;
  const loaded = await loadDataset(dataDir);
  if (!loaded.ok) return ended(1, report(loaded, defaultLocale, { folder: dataDir, sourceDir }));
  return { ok: true, config: read.config, dataset: loaded.dataset };
}

export async function openFromDisk(): Promise<Opened<{ config: Config; catalogue: Catalogue; desk: Desk }>> {
  const opened = await openDataset();
  if (!opened.ok) return opened;
  const catalogue = await loadCatalogue();
  return { ok: true, config: opened.config, catalogue, desk: openDesk(opened.dataset, catalogue) };
}

function ended(status: number, why: string): { readonly ok: false; readonly status: number } {
  process.stderr.write(`${why}\n`);
  return { ok: false, status };
}
