import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { versionOf } from '../../load/load.ts';
import { HISTORY, isVersion, versionFolder } from '../../load/pending.ts';
import { type RawDataset, type RawFile, readFolder, SNAPSHOT_NAME, SNAPSHOTS } from '../../load/read.ts';
import { type HistoryEntry, readHistory } from './history.ts';

/** A dataset that can be gone back to. */
export type StoredVersion = {
  /** Twelve hexadecimal digits, as `Dataset.version`. */
  readonly version: string;
  /** When it was put in place last; of one that came by hand, when it was replaced. */
  readonly at: Date;
  /** Null for one that came by hand. */
  readonly by: string | null;
  readonly why: string | null;
  /** The reporting dates that it has snapshots of, oldest first. */
  readonly dates: readonly string[];
  /** Whether it is what lies in the folder now. */
  readonly current: boolean;
};

const MOST_VERSIONS = 50;

/** Keeps the files of a version, once, whole or not at all. */
export async function keepVersion(dir: string, version: string, files: readonly RawFile[]): Promise<void> {
  if (await readVersion(dir, version)) return;
  const folder = versionFolder(dir, version);
  const unfinished = join(dirname(folder), `.new-${randomUUID()}`);
  await writeFiles(unfinished, files);
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

/** Files below a folder that need not exist, on the disk by the time it settles. */
export async function writeFiles(folder: string, files: readonly RawFile[]): Promise<void> {
  for (const { file, bytes } of files) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { flush: true });
  }
}

/** Null where it was never kept, is kept no longer, or is not what it was. */
export async function readVersion(dir: string, version: string): Promise<RawDataset | null> {
  if (!isVersion(version)) return null;
  const raw = await readFolder(versionFolder(dir, version));
  return raw.files.length > 0 && versionOf(raw.files) === version ? raw : null;
}

/** The last one put in place first. */
export async function listVersions(dir: string, current: string | null): Promise<readonly StoredVersion[]> {
  const history = await readHistory(dir);
  const names = await readdir(join(dir, HISTORY, 'versions')).catch(() => []);
  const versions = await Promise.all(
    names.filter(isVersion).map(async (version): Promise<StoredVersion> => {
      const dates = await datesOf(versionFolder(dir, version));
      return { version, ...origin(version, history), dates, current: version === current };
    }),
  );
  return versions.sort((a, b) => b.at.getTime() - a.at.getTime() || Number(b.current) - Number(a.current));
}

function origin(version: string, history: readonly HistoryEntry[]): Pick<StoredVersion, 'at' | 'by' | 'why'> {
  const put = history.findLast(({ to }) => to === version);
  if (put) return { at: new Date(put.at), by: put.by, why: put.why };
  const replaced = history.findLast(({ from }) => from === version);
  return { at: new Date(replaced?.at ?? 0), by: null, why: null };
}

async function datesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, SNAPSHOTS)).catch(() => []);
  return names
    .filter((name) => SNAPSHOT_NAME.test(name))
    .map((name) => name.slice(0, 10))
    .sort();
}

/** Lets go of the oldest, but never of the current one. */
export async function pruneVersions(dir: string, current: string): Promise<void> {
  const versions = await listVersions(dir, current);
  const old = versions.slice(MOST_VERSIONS).filter((each) => !each.current);
  for (const { version } of old) await rm(versionFolder(dir, version), { recursive: true, force: true });
}
