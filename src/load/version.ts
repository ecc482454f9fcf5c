import { createHash } from 'node:crypto';
import type { RawFile } from './read.ts';

/** Twelve hexadecimal digits that change with any byte of the dataset. */
export function versionOf(files: readonly RawFile[]): string {
  const hash = createHash('sha256');
  for (const { file, bytes } of files) hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 12);
}
