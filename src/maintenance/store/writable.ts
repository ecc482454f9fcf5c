import { access, constants, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyFolder } from '../../load/historyFolder.ts';
import { HISTORY } from '../../load/pending.ts';
import { SNAPSHOTS } from '../../load/read.ts';
import type { Refusal } from './change.ts';
import { refused } from './lock.ts';

/** No name that a change uses: its own trial and what it leaves half-written are called otherwise. */
const TRIAL = '.may-write';

/** Whether a change could be written now, tried with an empty file in every folder that it would write to. */
export async function tryWriting(dir: string): Promise<{ readonly ok: true } | Refusal> {
  try {
    for (const folder of [await historyFolder(dir), dir]) await tryIn(folder);
    // Where the folder of the snapshots is gone, a change makes it anew.
    await tryIn(join(dir, SNAPSHOTS)).catch(unlessMissing);
    return { ok: true };
  } catch (error) {
    return refused(error);
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function tryIn(folder: string): Promise<void> {
  const file = join(folder, TRIAL);
  await writeFile(file, '');
  await rm(file, { force: true });
}

/**
 * The system's code, such as EROFS, where it says that the folder may not be written; null where it does not say so.
 * Nothing is written, so that it can be asked often, and it proves less than a trial.
 */
export async function readOnlyCode(dir: string): Promise<string | null> {
  for (const folder of [dir, join(dir, SNAPSHOTS), join(dir, HISTORY)]) {
    const code = await access(folder, constants.W_OK).then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code ?? null,
    );
    if (code !== null && isReadOnly(code)) return code;
  }
  return null;
}

/** Whether the folder is not meant to be written, as against one that has no space or is away. */
export function isReadOnly(code: string): boolean {
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM';
}
