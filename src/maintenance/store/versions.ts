import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HISTORY, isVersion, versionFolder } from '../../load/pending.ts';
import { type RawDataset, type RawFile, readFolder, SNAPSHOT_NAME, SNAPSHOTS } from '../../load/read.ts';
import { versionOf } from '../../load/version.ts';
import { readHistory } from './history.ts';

/** A dataset to which a rollback can return. */
export type StoredVersion = {
  /** Twelve hexadecimal digits, as `Dataset.version`. */
  readonly version: string;
  /** When it was put in place last; of one that came by hand, when it was replaced. */
  readonly at: Date;
  /** Null for one that came by hand. */
  readonly by: string | null;
  /** The reporting dates that it has snapshots of, oldest first. */
  readonly dates: readonly string[];
  /** Whether it is what lies in the folder now. */
  readonly current: boolean;
};

const MOST_VERSIONS = 50;

/** Where a file or a folder is written before one `rename` puts it in its place; the next lock removes what is left. */
export const unfinished = (dir: string) => join(dir, HISTORY, `.new-${randomUUID()}`);

/** Keeps the files of a version, once. */
export async function keepVersion(dir: string, version: string, files: readonly RawFile[]): Promise<void> {
  if (!(await readVersion(dir, version))) await putFolder(dir, versionFolder(dir, version), files);
}

/** A folder of `.history` with these files, on the disk whole or not at all. */
export async function putFolder(dir: string, folder: string, files: readonly RawFile[]): Promise<void> {
  const next = unfinished(dir);
  for (const { file, bytes } of files) {
    await mkdir(dirname(join(next, file)), { recursive: true });
    await writeFile(join(next, file), bytes, { flush: true });
  }
  await mkdir(dirname(folder), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await rename(next, folder);
}

/** Null where the version was never kept, is no longer kept, or was altered. */
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
    names.filter(isVersion).map(async (version) => {
      const applied = history.findLast(({ to }) => to === version);
      const replaced = history.findLast(({ from }) => from === version);
      const at = new Date(applied?.at ?? replaced?.at ?? 0);
      const dates = await datesOf(versionFolder(dir, version));
      return { version, at, by: applied?.by ?? null, dates, current: version === current };
    }),
  );
  return versions.sort((a, b) => b.at.getTime() - a.at.getTime() || Number(b.current) - Number(a.current));
}

async function datesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, SNAPSHOTS)).catch(() => []);
  const snapshots = names.filter((name) => SNAPSHOT_NAME.test(name));
  return snapshots.map((name) => name.slice(0, 10)).sort();
}

/** Removes a version of which the history knows nothing: nobody could tell what a return to it would undo. */
export async function dropUnrecorded(dir: string, version: string): Promise<void> {
  const history = await readHistory(dir);
  if (history.some(({ from, to }) => from === version || to === version)) return;
  await rm(versionFolder(dir, version), { recursive: true, force: true });
}

/** Removes the oldest versions, but never the current version. */
export async function pruneVersions(dir: string, current: string): Promise<void> {
  const versions = await listVersions(dir, current);
  const old = versions.slice(MOST_VERSIONS).filter((each) => !each.current);
  for (const { version } of old) await rm(versionFolder(dir, version), { recursive: true, force: true });
}
