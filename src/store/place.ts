import { randomUUID } from 'node:crypto';
import {
  access,
  chown,
  constants,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { HISTORY, readState, stateFile, versionFolder } from '../programme/pending.ts';
import { type RawFile, readFolder, SNAPSHOT_NAME, SNAPSHOTS } from '../programme/read.ts';
import { asHistoryEntry, type HistoryEntry, record } from './history.ts';

/**
 * Puts a version that is kept already in the place of what lies in the folder.
 *
 * A dataset is several files, which people edit and git tracks where they lie: they can be neither behind a link that
 * points to one version or another, nor all replaced by one operation. So the change is made by one atomic write, of
 * `.history/state.json`, which says that from now on the dataset is what lies in the version's folder; every reader
 * heeds it (`readFolder`). Then the files are put in their places one by one, and the last write says that the folder
 * speaks for itself again. Whoever dies on the way leaves the old dataset whole or the new one whole; the next one
 * finishes the work.
 */
export async function commit(dir: string, entry: HistoryEntry): Promise<void> {
  await requireWritable(dir);
  const state = { generation: entry.id, pending: { version: entry.to, entry } };
  await writeFileAtomic(stateFile(dir), JSON.stringify(state));
}

/** Finishes a change that was made and not put in place, by this process or one before it. */
export async function finish(dir: string): Promise<void> {
  const { generation, pending } = await readState(dir);
  if (!pending) return;
  const entry = asHistoryEntry(pending.entry);
  if (entry) await record(dir, entry);
  const { files } = await readFolder(versionFolder(dir, pending.version));
  for (const file of files) await placeFile(dir, file);
  await removeOthers(dir, new Set(files.map(({ file }) => file)));
  await writeFileAtomic(stateFile(dir), JSON.stringify({ generation, pending: null }));
}

/** What can be known beforehand of whether files can be put in their places. */
async function requireWritable(dir: string): Promise<void> {
  const snapshots = join(dir, SNAPSHOTS);
  await mkdir(snapshots, { recursive: true });
  for (const folder of [dir, snapshots]) await access(folder, constants.W_OK);
  const [here, there] = await Promise.all([stat(join(dir, HISTORY)), stat(snapshots)]);
  if (here.dev !== there.dev) throw Object.assign(new Error('another file system'), { code: 'EXDEV' });
}

/** The new file takes over the old one's mode and, where the system lets it, its owner. */
async function placeFile(dir: string, { file, bytes }: RawFile): Promise<void> {
  const path = join(dir, file);
  const old = await readFile(path).catch(() => null);
  if (old?.equals(bytes)) return;
  const stats = await stat(path).catch(() => null);
  const next = join(dir, HISTORY, `.new-${randomUUID()}`);
  await writeFile(next, bytes, { flush: true, mode: stats?.isFile() ? stats.mode : 0o644 });
  if (stats) await chown(next, stats.uid, stats.gid).catch(() => undefined);
  if (stats?.isDirectory()) await rm(path, { recursive: true });
  await rename(next, path);
}

async function removeOthers(dir: string, files: ReadonlySet<string>): Promise<void> {
  const names = (await readdir(join(dir, SNAPSHOTS))).filter((name) => SNAPSHOT_NAME.test(name));
  const others = names.map((name) => `${SNAPSHOTS}/${name}`).filter((file) => !files.has(file));
  for (const file of others) await rm(join(dir, file), { recursive: true });
}
