import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Where a dataset's folder keeps its own past; nothing in it is part of the dataset. */
export const HISTORY = '.history';

const VERSION = /^[0-9a-f]{12}$/;
export const isVersion = (text: string) => VERSION.test(text);

/**
 * `.history/state.json`. `generation` counts the changes made by a store. While one is being put in place, which takes
 * several steps, `pending` names it: until the last step the dataset is what lies whole in its version's folder.
 */
const stateSchema = z.object({
  generation: z.number(),
  pending: z
    .object({ version: z.string().regex(VERSION), entry: z.unknown() })
    .nullable()
    .catch(null),
});

export const stateFile = (dir: string) => join(dir, HISTORY, 'state.json');
export const versionFolder = (dir: string, version: string) => join(dir, HISTORY, 'versions', version);

/** A folder without one, or with one that no store wrote, is what it holds. */
export async function readState(dir: string): Promise<z.infer<typeof stateSchema>> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(stateFile(dir), 'utf8')));
  } catch {
    return { generation: 0, pending: null };
  }
}
