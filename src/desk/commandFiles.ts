import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';

/** What each file of a folder of commands exports by default, by the name of the file and in the order of the names. */
export type CommandFiles = ReadonlyMap<string, unknown>;

const FILE = /^[a-z-]+\.[jt]s$/;

/** Where the program is bundled, rolldown.config.mjs puts the files of commands/ in this module's place. */
export async function commandFiles(folder: URL): Promise<CommandFiles> {
  const files = (await readdir(folder)).filter((file) => FILE.test(file)).sort();
  const modules: readonly { readonly default?: unknown }[] = await Promise.all(
    files.map((file) => import(new URL(file, folder).href)),
  );
  return new Map(
    modules.map((module, at) => [basename(files[at] ?? '').replace(/\.[jt]s$/, ''), module.default]),
  );
}
