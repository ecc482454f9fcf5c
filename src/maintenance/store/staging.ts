import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HISTORY } from '../../load/pending.ts';
import { type FileChange, isDataFile } from './change.ts';
import { prepare } from './lock.ts';
import { writeFiles } from './versions.ts';

const MOST_STAGED = 20;
const DAY_MS = 24 * 60 * 60 * 1000;
const MANIFEST = 'change.json';

const manifestSchema = z.object({
  files: z.array(z.string().refine(isDataFile)),
  remove: z.array(z.string().refine(isDataFile)),
});

/** Keeps a change until a person says yes to it, for a day, and so many at most; gives its key, 16 hexadecimal digits. */
export async function stageChange(dir: string, change: FileChange): Promise<string> {
  await prepare(dir);
  const key = keyOf(change);
  const unfinished = join(dir, HISTORY, 'staged', `.new-${randomUUID()}`);
  const { files, remove = [] } = change;
  await mkdir(unfinished, { recursive: true });
  await writeFiles(unfinished, files);
  const manifest = { files: files.map(({ file }) => file), remove };
  await writeFile(join(unfinished, MANIFEST), JSON.stringify(manifest), { flush: true });
  await putStaged(unfinished, stagedFolder(dir, key), key);
  await prune(dir);
  return key;
}

/** Staged before, only its age begins anew, unless somebody spoilt it. */
async function putStaged(unfinished: string, folder: string, key: string): Promise<void> {
  if (await changeIn(folder, key)) {
    await rm(unfinished, { recursive: true });
    await utimes(folder, new Date(), new Date());
    return;
  }
  await rm(folder, { recursive: true, force: true });
  // Whoever staged the same meanwhile was first.
  await rename(unfinished, folder).catch(async (error) => {
    if (!(await changeIn(folder, key))) throw error;
    await rm(unfinished, { recursive: true });
  });
}

/** Null where it was never staged, or too long ago, or is not what it was. */
export async function stagedChange(dir: string, key: string): Promise<FileChange | null> {
  if (!/^[0-9a-f]{16}$/.test(key)) return null;
  const folder = stagedFolder(dir, key);
  const age = await ageOf(folder);
  if (age === null || age > DAY_MS) return null;
  return changeIn(folder, key);
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

async function ageOf(folder: string): Promise<number | null> {
  const stats = await stat(folder).catch(() => null);
  return stats && Date.now() - stats.mtimeMs;
}

async function prune(dir: string): Promise<void> {
  const folder = join(dir, HISTORY, 'staged');
  const aged = await Promise.all(
    (await readdir(folder)).map(async (name) => ({ name, age: (await ageOf(join(folder, name))) ?? 0 })),
  );
  const byAge = aged.sort((a, b) => a.age - b.age);
  const old = byAge.filter(
    ({ name, age }, at) => age > DAY_MS || (at >= MOST_STAGED && !name.startsWith('.')),
  );
  for (const { name } of old) await rm(join(folder, name), { recursive: true, force: true });
}
