import { createHash } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { DeskData } from '../desk/desk.ts';
import { deepFreeze } from '../load/build.ts';
import { historyFolder } from '../load/historyFolder.ts';
import { HISTORY } from '../load/pending.ts';
import type { RawDataset } from '../load/read.ts';
import { readBytes } from '../load/readBytes.ts';
import { sourceTexts } from '../load/sourceTexts.ts';
import { versionOf } from '../load/version.ts';
import { BUILD_ID } from './buildId.ts';
import type { LoadReport } from './status.ts';

/** A desk without its commands, of files that the check took, and what the check said of them. */
export type ReadyDesk = { readonly desk: DeskData; readonly report: LoadReport };

/**
 * A desk that was checked and built at an earlier start, for the next start with the same files, the same texts and the
 * same build of the program: checking and building again takes ten times as long as all else that a start does. One file
 * beside the dataset's own, replaced whole; where it cannot be written or is damaged, the desk is built anew.
 */
const fileOf = (dir: string) => join(dir, HISTORY, 'ready');

/** Null where none was kept for what is asked for. Never throws. */
export async function readReady(
  dir: string,
  raw: RawDataset,
  sourceDir: string | null,
  build = BUILD_ID,
): Promise<ReadyDesk | null> {
  const mark = markOf(raw, build);
  const bytes = mark && (await readBytes(fileOf(dir)).catch(() => null));
  if (mark === null || !(bytes instanceof Uint8Array)) return null;
  const kept = bytes.subarray(DIGEST);
  if (!digest(mark, kept).equals(bytes.subarray(0, DIGEST))) return null;
  const ready: ReadyDesk = deserialize(kept);
  const { mark: texts } = await sourceTexts(ready.desk.dataset.programme.documents, sourceDir);
  if (texts !== ready.report.texts) return null;
  deepFreeze(ready.desk.dataset);
  return ready;
}

/** Never rejects. */
export async function keepReady(
  dir: string,
  raw: RawDataset,
  { desk, report }: ReadyDesk,
  build = BUILD_ID,
): Promise<void> {
  const mark = markOf(raw, build);
  if (mark === null) return;
  const file = fileOf(dir);
  const part = `${file}.part`;
  try {
    if (await isRootAsGuest(dir)) return;
    const kept = serialize({ desk, report });
    await historyFolder(dir);
    await writeFile(part, [digest(mark, kept), kept]);
    await rename(part, file);
  } catch {
    // A folder that cannot be written has slower starts; its own watch says so.
    await rm(part, { force: true }).catch(() => undefined);
  }
}

/** What the administrator leaves in somebody's folder, that somebody could not replace: the bot could keep nothing there. */
async function isRootAsGuest(dir: string): Promise<boolean> {
  return process.getuid?.() === 0 && (await stat(dir)).uid !== 0;
}

const DIGEST = 32;

/**
 * What a kept desk is of; null where none is kept: what is not built may change at any time, and files that were not all
 * read have findings of their own. Another release of Node may write values in another way.
 */
function markOf({ files, findings }: RawDataset, build: string | null): string | null {
  if (build === null || findings.length > 0) return null;
  return [build, process.versions.v8, versionOf(files)].join('\0');
}

/** Tells a damaged file from a whole one, and one of other files from one of these. */
const digest = (mark: string, kept: Uint8Array) => createHash('sha256').update(mark).update(kept).digest();
