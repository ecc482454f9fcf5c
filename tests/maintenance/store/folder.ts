import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RawFile, readFolder } from '../../../src/load/read.ts';
import { versionOf } from '../../../src/load/version.ts';

export const SNAPSHOT = 'snapshots/2020-12-31.json';
export const PROGRAMME = 'programme.json';

/** A file with its text changed; throws where nothing changes. */
export async function rewritten(
  dir: string,
  file: string,
  change: (text: string) => string,
): Promise<RawFile> {
  const before = await readFile(join(dir, file), 'utf8');
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  return { file, bytes: Buffer.from(after) };
}

/** The name of the programme with another ending: good, and to be seen in every card that names it. */
export function renamed(dir: string, ending: string): Promise<RawFile> {
  return rewritten(dir, PROGRAMME, (text) =>
    text.replace(/("name": \{ "it": "[^"]*?)( \S+!)?"/, `$1 ${ending}!"`),
  );
}

/** The certified spend of Axis II, wherever it is printed: a rule knows the total of which it is a part. */
export function spoilt(dir: string): Promise<RawFile> {
  return rewritten(dir, SNAPSHOT, (text) => text.replace('"value": 109.8,', '"value": 901.8,'));
}

export async function versionIn(dir: string): Promise<string> {
  return versionOf((await readFolder(dir)).files);
}

/** Runs the work as a user who may write nothing that is root's; who is not root has no rights to give up. */
export async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
