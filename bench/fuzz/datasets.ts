import { deskData } from '../../src/desk/desk.ts';
import { loadFiles } from '../../src/load/load.ts';
import { type RawDataset, readFolder } from '../../src/load/read.ts';
import { misspelt, mutated } from './mutated.ts';
import type { Random } from './random.ts';

/** A dataset in which one file is not what it was: its text is misspelt, or its records are. Its problems, none where it is loaded or refused. */
export async function spoiltDataset(folder: string, random: Random): Promise<readonly string[]> {
  try {
    const loaded = await loadFiles(spoilt(await readFolder(folder), random));
    if (loaded.ok) deskData(loaded.dataset, []);
    else if (loaded.findings.length === 0) return ['refused without a word'];
    return [];
  } catch (error) {
    return [`thrown: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

function spoilt(raw: RawDataset, random: Random): RawDataset {
  const chosen = random.from(raw.files);
  const text = Buffer.from(chosen.bytes).toString();
  const other = random.chance(0.3)
    ? misspelt(text, random)
    : JSON.stringify(mutated(JSON.parse(text) as object, random, 3), null, 2);
  return {
    ...raw,
    files: raw.files.map((file) => (file === chosen ? { ...file, bytes: Buffer.from(other) } : file)),
  };
}
