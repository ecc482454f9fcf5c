import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a dataset's folder keeps its own past; nothing in it is part of the dataset. */
export const HISTORY = '.history';

/**
 * `.history/state.json`. `generation` counts the changes made by a store. While one is being put in place, which takes
 * several steps, `pending` names it: until the last step the dataset is what lies whole in its version's folder.
 */
type FolderState = {
  readonly generation: number;
  readonly pending: { readonly version: string; readonly entry: unknown } | null;
};

const UNTOUCHED: FolderState = { generation: 0, pending: null };

export const stateFile = (dir: string) => join(dir, HISTORY, 'state.json');
export const versionFolder = (dir: string, version: string) => join(dir, HISTORY, 'versions', version);
export const isVersion = (text: string) => /^[0-9a-f]{12}$/.test(text);

/** A folder without one, or with one that no store wrote, is what it holds. */
export async function readState(dir: string): Promise<FolderState> {
  const text = await readFile(stateFile(dir), 'utf8').catch(() => null);
  if (text === null) return UNTOUCHED;
  try {
    return asState(JSON.parse(text));
  } catch {
    return UNTOUCHED;
  }
}

function asState(value: unknown): FolderState {
  if (typeof value !== 'object' || value === null) return UNTOUCHED;
  const { generation, pending } = value as Record<string, unknown>;
  if (typeof generation !== 'number') return UNTOUCHED;
  if (typeof pending !== 'object' || pending === null) return { generation, pending: null };
  const { version, entry } = pending as Record<string, unknown>;
  const names = typeof version === 'string' && isVersion(version);
  return { generation, pending: names ? { version, entry } : null };
}
