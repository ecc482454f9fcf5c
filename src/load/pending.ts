import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a dataset's folder keeps its own past; nothing in it is part of the dataset. */
export const HISTORY = '.history';

const VERSION = /^[0-9a-f]{12}$/;
export const isVersion = (text: string) => VERSION.test(text);

/**
 * `.history/state.json`. `generation` counts the changes made by a store. While one is being put in place, which takes
 * several steps, `pending` names it: until the last step the dataset is what lies whole in its version's folder.
 */
type State = {
  readonly generation: number;
  readonly pending: { readonly version: string; readonly entry?: unknown } | null;
};

export const stateFile = (dir: string) => join(dir, HISTORY, 'state.json');
export const versionFolder = (dir: string, version: string) => join(dir, HISTORY, 'versions', version);

/** A folder without one, or with one that no store wrote, is what it holds. */
export async function readState(dir: string): Promise<State> {
  try {
    return stateIn(JSON.parse(await readFile(stateFile(dir), 'utf8')));
  } catch {
    return NO_STATE;
  }
}

const NO_STATE: State = { generation: 0, pending: null };

/** By hand: every start reads it, and most need no schema besides. */
function stateIn({ generation, pending }: Readonly<Record<string, unknown>>): State {
  if (typeof generation !== 'number') return NO_STATE;
  return {
    generation,
    pending: isPending(pending) ? { version: pending.version, entry: pending.entry } : null,
  };
}

function isPending(value: unknown): value is { readonly version: string; readonly entry: unknown } {
  if (typeof value !== 'object' || value === null || !('version' in value)) return false;
  return typeof value.version === 'string' && isVersion(value.version);
}
