import { chmod, chown, lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { readState, stateFile } from '../../load/pending.ts';
import { type RawFile, SNAPSHOT_NAME, SNAPSHOTS } from '../../load/read.ts';
import { asHistoryEntry, type HistoryEntry, record } from './history.ts';
import type { Held } from './lock.ts';
import { readVersion, unfinished } from './versions.ts';

/**
 * Puts a version that is kept already in the place of what lies in the folder.
 *
 * A dataset is several files, which people edit and git tracks where they lie: they can be neither behind a link that
 * points to one version or another, nor all replaced by one operation. So the change is made by one atomic write, of
 * `.history/state.json`, which says that from now on the dataset is what lies in the version's folder; every reader
 * heeds it (`readFolder`). Then the files are put in their places one by one, and the last write says that the folder
 * speaks for itself again. A process that dies on the way leaves the old dataset whole or the new dataset whole; the next
 * process finishes the work.
 */
export async function commit(dir: string, held: Held, entry: HistoryEntry): Promise<void> {
  await requireWritable(dir);
  // A process that took the lock meanwhile may have made another change, for which this change was not made.
  held.check();
  const state = { generation: entry.id, pending: { version: entry.to, entry } };
  await writeFileAtomic(stateFile(dir), JSON.stringify(state));
}

/** Puts the files of a pending change in their places, whether this process or an earlier one made the change. */
export async function settlePending(dir: string, held: Held): Promise<void> {
  const { generation, pending } = await readState(dir);
  if (!pending) return;
  const entry = asHistoryEntry(pending.entry);
  if (entry) await record(dir, held.check, entry);
  // Where somebody spoilt what was kept, the folder is the better source.
  const files = (await readVersion(dir, pending.version))?.files ?? [];
  for (const file of files) await placeFile(dir, file);
  if (files.length > 0) await removeOthers(dir, new Set(files.map(({ file }) => file)));
  // Here as well: the write would declare the other change to be in its place.
  held.check();
  await writeFileAtomic(stateFile(dir), JSON.stringify({ generation, pending: null }));
}

/** Tries with an empty file what will be done with the others: asking for the permissions would prove less. */
async function requireWritable(dir: string): Promise<void> {
  await mkdir(join(dir, SNAPSHOTS), { recursive: true });
  for (const folder of [dir, join(dir, SNAPSHOTS)]) {
    const [from, to] = [unfinished(dir), join(folder, '.is-writable')];
    await writeFile(from, '');
    await rename(from, to);
    await rm(to);
  }
}

/** The new file takes over the old one's mode and, where the system lets it, its owner; a link goes on leading to it. */
async function placeFile(dir: string, { file, bytes }: RawFile): Promise<void> {
  const path = join(dir, file);
  const stats = await stat(path).catch(() => null);
  if (stats?.isFile() && (await readFile(path)).equals(bytes)) return;
  if (stats?.isFile() && (await lstat(path)).isSymbolicLink()) {
    return writeFileAtomic(path, Buffer.from(bytes));
  }
  const next = unfinished(dir);
  await writeFile(next, bytes, { flush: true });
  if (stats?.isFile()) {
    await chmod(next, stats.mode);
    await chown(next, stats.uid, stats.gid).catch(() => undefined);
  } else if (stats) await rm(path, { recursive: true });
  await rename(next, path);
}

async function removeOthers(dir: string, files: ReadonlySet<string>): Promise<void> {
  const names = (await readdir(join(dir, SNAPSHOTS))).filter((name) => SNAPSHOT_NAME.test(name));
  const others = names.map((name) => `${SNAPSHOTS}/${name}`).filter((file) => !files.has(file));
  for (const file of others) await rm(join(dir, file), { recursive: true });
}
