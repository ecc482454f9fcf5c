import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptDataset } from '../../live/lastGood.ts';
import { HISTORY } from '../../load/pending.ts';
import { type RawDataset, type RawFile, readFolder } from '../../load/read.ts';
import { versionOf } from '../../load/version.ts';
import type { Refusal } from './change.ts';
import { readHistory } from './history.ts';
import { locked } from './lock.ts';
import { putFolder, readVersion } from './versions.ts';

/**
 * Copies of the datasets that answered, whoever put them in the folder, each in a folder of its own below
 * `.history/last-good`: `2026-11-30T11-50-00-123Z-0123456789ab` is the version that became the last good one at that
 * time. They are not among the versions to which a maintainer can return, of which each is a recorded change.
 * Every step is one rename: a process that dies on the way leaves the copies of before.
 */
type Copy = { readonly name: string; readonly version: string; readonly since: Date };

/** The last one; the others are for the case that it was damaged. */
const MOST_COPIES = 3;
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-([0-9a-f]{12})$/;

const folderOf = (dir: string, name = '') => join(dir, HISTORY, 'last-good', name);

/** Keeps the files of a version as the last good one, once; writes nothing where that is so already. */
export async function keepGood(
  dir: string,
  version: string,
  files: readonly RawFile[],
): Promise<{ readonly ok: true } | Refusal> {
  if (await isLast(dir, version)) return { ok: true };
  return locked(dir, async (held) => {
    // Another process that follows the same files may have been first.
    if (await isLast(dir, version)) return { ok: true } as const;
    const copies = await copiesIn(dir);
    const name = nameOf(version, copies[0]?.since);
    const same = copies.find((copy) => copy.version === version);
    held.check();
    if (same && (await filesOf(dir, same))) await rename(folderOf(dir, same.name), folderOf(dir, name));
    else await putFolder(dir, folderOf(dir, name), files);
    held.check();
    await prune(dir, version);
    return { ok: true } as const;
  });
}

/**
 * The good versions that are still whole, the last one first, and then the last change that was recorded; `damaged` hears
 * of those that are not.
 */
export async function* goodVersions(
  dir: string,
  damaged: (version: string) => void = () => undefined,
): AsyncGenerator<KeptDataset> {
  for (const copy of await copiesIn(dir)) {
    const raw = (await filesOf(dir, copy)) ?? (await readVersion(dir, copy.version));
    if (raw) yield { raw, since: copy.since };
    else damaged(copy.version);
  }
  const applied = (await readHistory(dir)).at(-1);
  const raw = applied && (await readVersion(dir, applied.to));
  if (raw) yield { raw, since: new Date(applied.at) };
}

async function isLast(dir: string, version: string): Promise<boolean> {
  const [last] = await copiesIn(dir);
  return last?.version === version && (await filesOf(dir, last)) !== null;
}

/** The last one first. */
async function copiesIn(dir: string): Promise<readonly Copy[]> {
  const names = await readdir(folderOf(dir)).catch(() => []);
  const copies = names.flatMap((name) => {
    const [, day, hours, minutes, seconds, ms, version] = NAME.exec(name) ?? [];
    const since = new Date(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
    return version === undefined || Number.isNaN(since.getTime()) ? [] : [{ name, version, since }];
  });
  return copies.sort((a, b) => b.since.getTime() - a.since.getTime());
}

/** Null where the copy is not what its name says. */
async function filesOf(dir: string, { name, version }: Copy): Promise<RawDataset | null> {
  const raw = await readFolder(folderOf(dir, name));
  return raw.files.length > 0 && versionOf(raw.files) === version ? raw : null;
}

/** Later than the last one, whatever the clocks of the machines say. */
function nameOf(version: string, last = new Date(0)): string {
  const since = new Date(Math.max(Date.now(), last.getTime() + 1));
  return `${since.toISOString().replace(/[:.]/g, '-')}-${version}`;
}

/** Removes a damaged copy of the version that was kept just now, and copies beyond the last ones. */
async function prune(dir: string, version: string): Promise<void> {
  const [, ...others] = await copiesIn(dir);
  const whole = others.filter((copy) => copy.version !== version).slice(0, MOST_COPIES - 1);
  const gone = others.filter((copy) => !whole.includes(copy));
  for (const { name } of gone) await rm(folderOf(dir, name), { recursive: true, force: true });
}
