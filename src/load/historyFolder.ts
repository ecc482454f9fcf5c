import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HISTORY } from './pending.ts';

/** Makes the folder where it is not there. It ignores itself: who keeps a dataset in git need not know of it. */
export async function historyFolder(dir: string): Promise<string> {
  const folder = join(dir, HISTORY);
  await mkdir(folder).catch(unlessThere);
  await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(unlessThere);
  return folder;
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
