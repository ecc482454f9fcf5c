import { chmod, chown, lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { readState, stateFile } from '../../load/pending.ts';
import { type RawFile, readFolder, SNAPSHOT_NAME, SNAPSHOTS } from '../../load/read.ts';
import { versionOf } from '../../load/version.ts';
import { changed } from './change.ts';
import { asHistoryEntry, type HistoryEntry, nextId, record } from './history.ts';
import { type Held, refused } from './lock.ts';
import { dropUnrecorded, keepVersion, readVersion, unfinished } from './versions.ts';

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
export function commit(dir: string, held: Held, entry: HistoryEntry): Promise<void> {
  return begin(dir, held, entry.id, { version: entry.to, entry });
}

/**
 * Puts these files beside the others of the folder, all or none of them, in the same way. What people edit where it lies
 * enters no history, nor does this; it takes a number of its own all the same, by which readers know that they read on
 * both sides of it.
 */
export async function putTogether(dir: string, held: Held, files: readonly RawFile[]): Promise<void> {
  const { files: all } = changed(await readFolder(dir), { files });
  const version = versionOf(all);
  await keepVersion(dir, version, all);
  // Of a file that is too large to be read again nothing would be left.
  if (!(await readVersion(dir, version))) throw new Error('files that cannot be read were to be written');
  await begin(dir, held, await nextId(dir), { version, entry: null });
  // From here on readers take the files from where they are kept, should one of them find no place now.
  await settlePending(dir, held).catch(refused);
}

type Pending = { readonly version: string; readonly entry: HistoryEntry | null };

async function begin(dir: string, held: Held, generation: number, pending: Pending): Promise<void> {
  await requireWritable(dir);
  // A process that took the lock meanwhile may have made another change, for which this change was not made.
  held.check();
  await writeFileAtomic(stateFile(dir), JSON.stringify({ generation, pending }));
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
  // What was put beside others takes none away, not even one that could not be read and is not kept.
  if (files.length > 0 && pending.entry !== null) {
    await removeOthers(dir, new Set(files.map(({ file }) => file)));
  }
  // Here as well: the write would declare the other change to be in its place.
  held.check();
  await writeFileAtomic(stateFile(dir), JSON.stringify({ generation, pending: null }));
  if (pending.entry === null) await dropUnrecorded(dir, pending.version);
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
