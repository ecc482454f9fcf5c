import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { stateFile } from '../load/pending.ts';
import { PROGRAMME_FILE, SNAPSHOTS } from '../load/read.ts';

/**
 * A text that changes whenever a file of the dataset is written, replaced, added or removed, or a link on the way to
 * it is pointed elsewhere. No file is read: a dozen of them cost a millisecond.
 *
 * One file after the other: on a network mount that hangs, this holds one of the process's four threads for files,
 * and the others go on looking up Discord's addresses.
 */
export async function fingerprint(dir: string): Promise<string> {
  const snapshots = join(dir, SNAPSHOTS);
  const names = await readdir(snapshots).catch(errorCode);
  const shown = typeof names === 'string' ? [] : names.filter((name) => !name.startsWith('.')).sort();
  const paths = shown.map((name) => join(snapshots, name));
  const marks = [typeof names === 'string' ? names : shown.join('/')];
  for (const path of [join(dir, PROGRAMME_FILE), stateFile(dir), ...paths]) marks.push(await mark(path));
  return marks.join('\n');
}

/** The change time as well: it tells where a tool has set the other one back. */
async function mark(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch (error) {
    return errorCode(error);
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
