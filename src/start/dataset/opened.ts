import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { EX_CONFIG } from '../../discord/exitStatus.ts';
import type { Loaded } from '../../load/load.ts';
import { PROGRAMME_FILE } from '../../load/read.ts';
import type { Config } from '../config.ts';

/** An opened dataset or desk, or the exit status; problems go to standard error. */
export type Opened<T> = (T & { readonly ok: true }) | Ended;
type Ended = { readonly ok: false; readonly status: number };

/** Null where a dataset can be read there. */
export async function unreadable(dataDir: string): Promise<Ended | null> {
  const file = join(dataDir, PROGRAMME_FILE);
  const problem = await access(file, constants.R_OK).then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code ?? 'unreadable',
  );
  if (problem === null) return null;
  const why = `DATA_DIR is "${dataDir}", but ${file} cannot be read (${problem})`;
  return ended(EX_CONFIG, `${why}: set DATA_DIR to the folder of the dataset`);
}

/** Says what is wrong with the files; what words it is loaded only then. */
export async function refused(loaded: Loaded, { dataDir, sourceDir, defaultLocale }: Config): Promise<Ended> {
  const { report } = await import('../../load/report.ts');
  return ended(1, report(loaded, defaultLocale, { folder: dataDir, sourceDir }));
}

function ended(status: number, why: string): Ended {
  process.stderr.write(`${why}\n`);
  return { ok: false, status };
}
