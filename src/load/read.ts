import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { foundInFile } from '../check/found.ts';
import type { Finding } from '../model/finding.ts';
import { readState, versionFolder } from './pending.ts';
import { errorCode, readBytes } from './readBytes.ts';
import { LARGEST_FILE, leadsNowhere, misnamed, READABLE, TOO_LARGE, unreadable } from './unreadable.ts';

/** A file of the dataset as it lies on disk. */
export type RawFile = { readonly file: string; readonly bytes: Uint8Array };
export type RawDataset = { readonly files: readonly RawFile[]; readonly findings: readonly Finding[] };

export const PROGRAMME_FILE = 'programme.json';
export const SNAPSHOTS = 'snapshots';
export const SNAPSHOT_NAME = /^\d{4}-\d{2}-\d{2}\.json$/;
/** Bytes of a file. */
export const LARGEST = LARGEST_FILE;

/**
 * Reads programme.json and snapshots/*.json; what cannot be read is a finding, never an exception.
 * Of a folder that a store is changing it gives the files before the change or those after it, never some of each.
 */
export async function readFolder(dir: string): Promise<RawDataset> {
  for (;;) {
    const { generation, pending } = await readState(dir);
    const raw = await readFiles(pending ? versionFolder(dir, pending.version) : dir);
    const after = await readState(dir);
    if (after.generation === generation && after.pending?.version === pending?.version) return raw;
  }
}

async function readFiles(dir: string): Promise<RawDataset> {
  const names = await snapshotNames(dir);
  const read = await Promise.all([PROGRAMME_FILE, ...names.files].map((file) => readOne(dir, file)));
  return {
    files: read.flatMap((result) => ('bytes' in result ? [result] : [])),
    findings: [...read.flatMap((result) => ('bytes' in result ? [] : [result])), ...names.findings],
  };
}

async function snapshotNames(dir: string): Promise<{ files: string[]; findings: Finding[] }> {
  const entries = await readdir(join(dir, SNAPSHOTS)).catch(errorCode);
  if (typeof entries === 'string') return { files: [], findings: [unreadable(SNAPSHOTS, entries)] };
  const files = entries.filter((name) => SNAPSHOT_NAME.test(name)).sort();
  const strangers = entries.filter((name) => !SNAPSHOT_NAME.test(name) && !name.startsWith('.'));
  return {
    files: files.map((name) => `${SNAPSHOTS}/${name}`),
    findings: [
      ...strangers.map((name) => misnamed(SNAPSHOTS, name, files)),
      ...(files.length === 0 ? [noSnapshot()] : []),
    ],
  };
}

async function readOne(dir: string, file: string): Promise<RawFile | Finding> {
  const bytes = await readBytes(join(dir, file));
  if (typeof bytes !== 'string') return { file, bytes };
  if (bytes === TOO_LARGE) return tooLarge(file);
  return bytes === 'ENOENT' && (await isLink(join(dir, file))) ? leadsNowhere(file) : unreadable(file, bytes);
}

const isLink = (path: string) =>
  lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );

export const tooLarge = (file: string): Finding =>
  foundInFile(file, READABLE, {
    it: 'Il file supera 8 MB.',
    en: 'The file is larger than 8 MB.',
    adviceIt: 'Dividere i dati in più snapshot.',
    adviceEn: 'Split the data into several snapshots.',
  });

export const noSnapshot = (): Finding =>
  foundInFile(SNAPSHOTS, READABLE, {
    it: 'Non c’è nessuno snapshot.',
    en: 'There is no snapshot.',
    adviceIt: 'Aggiungere un file con la data nel nome, come snapshots/2020-12-31.json.',
    adviceEn: 'Add a file named by its date, such as snapshots/2020-12-31.json.',
  });
