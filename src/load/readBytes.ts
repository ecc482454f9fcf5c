import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { LARGEST_FILE, NO_FILE, TOO_LARGE } from './unreadable.ts';

/**
 * The bytes of a file, or a code that says why there are none: the system's, or one of `unreadable.ts`.
 * A pipe opened without O_NONBLOCK would wait for a writer for ever; a device may have no end.
 */
export async function readBytes(path: string): Promise<Uint8Array | string> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = await handle.stat();
    if (!stats.isFile()) return stats.isDirectory() ? 'EISDIR' : NO_FILE;
    return stats.size > LARGEST_FILE ? TOO_LARGE : await handle.readFile();
  } catch (error) {
    return errorCode(error);
  } finally {
    await handle?.close();
  }
}

export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
