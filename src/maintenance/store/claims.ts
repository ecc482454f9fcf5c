import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyFolder } from '../../load/historyFolder.ts';
import { HISTORY } from '../../load/pending.ts';

/** What must be done once, by one of all the processes that share a dataset's folder. */
export type Claims = {
  /** Whether it falls to this process. Never rejects. */
  readonly claim: (key: string) => Promise<boolean>;
  /** How many keys with this ending were claimed within so many milliseconds. Never rejects. */
  readonly recent: (ending: string, within: number) => Promise<number>;
  /** Gives back what was claimed and could not be done, so that it may be tried again. Never rejects. */
  readonly release: (key: string) => Promise<void>;
};

const CLAIMS = 'claims';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const KEY = /^[\w-]{1,100}$/;

/**
 * A claim is a file of `.history`, which only one process can create. Where the folder cannot be written, each process
 * knows of its own claims only. A process that ends between a claim and what was claimed leaves it undone: the claim says
 * that somebody meant to do it, and a second time would be worse than none.
 */
export function openClaims(dir: string): Claims {
  const own = new Map<string, number>();
  return {
    async claim(key) {
      if (!KEY.test(key) || own.has(key)) return false;
      own.set(key, Date.now());
      const isOwn = await created(dir, key);
      if (!isOwn) own.delete(key);
      return isOwn;
    },
    async recent(ending, within) {
      const folder = join(dir, HISTORY, CLAIMS);
      const names = await readdir(folder).catch(() => [...own.keys()]);
      const times = await Promise.all(
        names
          .filter((name) => name.endsWith(ending))
          .map(async (name) => (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? own.get(name)),
      );
      return times.filter((time) => time !== undefined && Date.now() - time < within).length;
    },
    async release(key) {
      await rm(join(dir, HISTORY, CLAIMS, key), { force: true }).catch(() => undefined);
      own.delete(key);
    },
  };
}

/** False where the file is there already; a folder that cannot be written hinders nobody. */
async function created(dir: string, key: string): Promise<boolean> {
  try {
    const folder = join(await historyFolder(dir), CLAIMS);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, key), '', { flag: 'wx' });
    await prune(folder);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EEXIST');
  }
}

async function prune(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const stats = await stat(join(folder, name)).catch(() => null);
    if (stats && Date.now() - stats.mtimeMs > KEPT_MS) await rm(join(folder, name)).catch(() => undefined);
  }
}
