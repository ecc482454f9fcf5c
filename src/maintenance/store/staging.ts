import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HISTORY } from '../../load/pending.ts';
import { type FileChange, isDataFile } from './change.ts';
import { putFolder } from './versions.ts';

const MOST_STAGED = 20;
const DAY_MS = 24 * 60 * 60 * 1000;
const MANIFEST = 'change.json';

const manifestSchema = z.object({
  files: z.array(z.string().refine(isDataFile)),
  remove: z.array(z.string().refine(isDataFile)),
});

/**
 * Keeps a change until a person confirms it, for a day, and only the newest changes; returns the key of the change, 16
 * hexadecimal digits. The caller must hold the lock.
 */
export async function stageChange(dir: string, { files, remove = [] }: FileChange): Promise<string> {
  const key = keyOf({ files, remove });
  const folder = stagedFolder(dir, key);
  const manifest = JSON.stringify({ files: files.map(({ file }) => file), remove });
  if (await changeIn(folder, key)) await utimes(folder, new Date(), new Date());
  else await putFolder(dir, folder, [...files, { file: MANIFEST, bytes: Buffer.from(manifest) }]);
  await prune(join(dir, HISTORY, 'staged'));
  return key;
}

/** Null where the change was never staged, was staged too long ago, or was altered. */
export async function stagedChange(dir: string, key: string): Promise<FileChange | null> {
  const folder = stagedFolder(dir, key);
  return /^[0-9a-f]{16}$/.test(key) && (await ageOf(folder)) <= DAY_MS ? changeIn(folder, key) : null;
}

async function changeIn(folder: string, key: string): Promise<FileChange | null> {
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
    const files = await Promise.all(
      manifest.files.map(async (file) => ({ file, bytes: await readFile(join(folder, file)) })),
    );
    const change = { files, remove: manifest.remove };
    return keyOf(change) === key ? change : null;
  } catch {
    return null;
  }
}

const stagedFolder = (dir: string, key: string) => join(dir, HISTORY, 'staged', key);

function keyOf({ files, remove = [] }: FileChange): string {
  const hash = createHash('sha256').update(JSON.stringify(remove));
  for (const { file, bytes } of files) hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}

async function ageOf(folder: string): Promise<number> {
  const stats = await stat(folder).catch(() => null);
  return stats ? Date.now() - stats.mtimeMs : Number.POSITIVE_INFINITY;
}

async function prune(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const aged = await Promise.all(paths.map(async (path) => ({ path, age: await ageOf(path) })));
  const old = aged.sort((a, b) => a.age - b.age).filter(({ age }, at) => age > DAY_MS || at >= MOST_STAGED);
  for (const { path } of old) await rm(path, { recursive: true, force: true });
}
