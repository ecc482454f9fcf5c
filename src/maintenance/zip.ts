import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import { visible } from '../check/visible.ts';
import type { Bilingual } from '../model/schema.ts';
import { type Unzippable, zipWords } from './zipWords.ts';

/** A file of a ZIP; its name is whatever somebody called it, and nothing that may become a path. */
export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };

export type ZipLimits = {
  /** Entries of any kind, those that are passed over included. */
  readonly entries: number;
  /** Bytes of all the files that are unpacked, together. */
  readonly unpacked: number;
  /** How many of those other ZIPs have left, where several share them. */
  readonly left?: number;
  /** The names to unpack; all of them where it is not given. What is not unpacked may be a ZIP itself. */
  readonly wanted?: (name: string) => boolean;
};

/** `name` is the entry that is wrong; null where the whole file is. */
export type ZipProblem = {
  readonly ok: false;
  readonly reason: Unzippable;
  readonly name: string | null;
  readonly message: Bilingual;
  readonly advice: Bilingual;
};

export type Unzipped = { readonly ok: true; readonly entries: readonly ZipEntry[] } | ZipProblem;

/** What systems put into a ZIP by themselves. */
const JUNK = /(?:^|\/)(?:__MACOSX(?:\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i;
const SHOWN = 80;
/** The kinds of files in the mode of a Unix system. */
const [KIND, FILE, FOLDER] = [0o170000, 0o100000, 0o040000];

/** Whether a file begins as a ZIP does, empty ones included. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/** The files of a ZIP, in its order, without folders and what systems add; all of them, or what is wrong. */
export async function entriesOf(bytes: Uint8Array, limits: ZipLimits): Promise<Unzipped> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
    lazyEntries: true,
    decodeStrings: false,
  }).catch(() => null);
  if (zip === null) return wrong('damaged', null, limits);
  try {
    return await unpacked(zip, limits);
  } catch {
    // The library throws for whatever contradicts itself in a file.
    return wrong('damaged', null, limits);
  } finally {
    zip.close();
  }
}

async function unpacked(zip: ZipFile, limits: ZipLimits): Promise<Unzipped> {
  if (zip.entryCount > limits.entries) return wrong('entries', null, limits);
  const entries: ZipEntry[] = [];
  let { left = limits.unpacked } = limits;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    if (validateFileName(name) !== null) return wrong('path', name, limits);
    if (name.endsWith('/') || JUNK.test(name)) continue;
    const why = refusal(entry);
    if (why) return wrong(why, name, limits);
    if (limits.wanted?.(name) === false) continue;
    const bytes = await inflated(zip, entry, left);
    if (bytes === null) return wrong('size', name, limits);
    if (crc32(bytes) !== entry.crc32) return wrong('damaged', name, limits);
    if (isZip(bytes)) return wrong('nested', name, limits);
    left -= bytes.length;
    entries.push({ name, bytes });
  }
  return entries.length === 0 ? wrong('empty', null, limits) : { ok: true, entries };
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

function refusal(entry: Entry): Unzippable | null {
  const kind = (entry.externalFileAttributes >>> 16) & KIND;
  if (kind !== 0 && kind !== FILE && kind !== FOLDER) return 'link';
  return entry.isEncrypted() ? 'encrypted' : null;
}

/** Null as soon as there are more bytes than `most`: the size that a ZIP states may be a wrong one. */
async function inflated(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array | null> {
  if (entry.uncompressedSize > most) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The name of an entry as people may be shown it. */
export const shownName = (name: string): string =>
  visible(name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name);

function wrong(reason: Unzippable, name: string | null, { entries, unpacked: bytes }: ZipLimits): ZipProblem {
  const shown = name === null ? null : shownName(name);
  const { message, advice } = zipWords(reason, shown, { entries, megabytes: Math.floor(bytes / 1024 ** 2) });
  return { ok: false, reason, name: shown, message, advice };
}
