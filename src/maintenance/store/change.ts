import { foundInFile } from '../../check/found.ts';
import type { Loaded } from '../../load/load.ts';
import {
  LARGEST,
  noSnapshot,
  PROGRAMME_FILE,
  type RawDataset,
  type RawFile,
  SNAPSHOT_NAME,
  SNAPSHOTS,
  tooLarge,
} from '../../load/read.ts';
import type { Finding } from '../../model/finding.ts';
import type { HistoryEntry } from './history.ts';

/** Files of a dataset that replace or join those of the folder, named as there: `snapshots/2020-12-31.json`. */
export type FileChange = {
  readonly files: readonly RawFile[];
  /** Names of snapshots to take away. */
  readonly remove?: readonly string[];
};

/** Somebody who asks for a change; `id` tells them apart. */
export type Person = { readonly id: string; readonly name: string };

/** Who changes the dataset, when, and why: recorded as it is, so never a secret. */
export type Signature = {
  readonly by: string;
  readonly at: Date;
  readonly why?: string;
  /** Where it takes two people, who asked for what the other one confirmed. */
  readonly askedBy?: string;
};

/** The version of what a folder holds, whether it is a good dataset or not; null where it holds no file of one. */
export type Base = string | null;

/** What a change would make of a folder; nothing is written. */
export type Preview = {
  readonly raw: RawDataset;
  readonly loaded: Loaded;
  /** What the folder holds now. */
  readonly base: Base;
  /** Whether there is nothing to change. */
  readonly same: boolean;
};

export type Applied = { readonly ok: true; readonly entry: HistoryEntry } | Refusal;

/** Why a change was not made. */
export type Refusal =
  /** The dataset that would result has errors. */
  | { readonly ok: false; readonly reason: 'invalid'; readonly findings: readonly Finding[] }
  /** The folder holds another dataset than the one that the change was made for. */
  | { readonly ok: false; readonly reason: 'outdated'; readonly version: Base }
  /** Nothing would change. */
  | { readonly ok: false; readonly reason: 'unchanged'; readonly version: string }
  | { readonly ok: false; readonly reason: 'unknown-version' }
  /** Another process is changing the dataset, and did not end within some ten seconds. */
  | { readonly ok: false; readonly reason: 'busy' }
  /** The folder cannot be written: read-only, no permission, no space. `code` is the system's, such as EROFS. */
  | { readonly ok: false; readonly reason: 'unwritable'; readonly code: string };

/** What a folder would hold after a change, as if it had been read from there. */
export function changed(present: RawDataset, { files, remove = [] }: FileChange): RawDataset {
  const touched = new Set([...files.map(({ file }) => file), ...remove]);
  const kept = present.files.filter(({ file }) => !touched.has(file));
  const all = [...kept, ...files.filter(({ file }) => isDataFile(file))].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );
  const hasSnapshot = all.some(({ file }) => file !== PROGRAMME_FILE);
  return {
    files: all,
    findings: [
      ...present.findings.filter(({ file }) => !touched.has(file) && file !== SNAPSHOTS),
      ...files.filter(({ file }) => !isDataFile(file)).map(({ file }) => strange(file)),
      ...files.filter(({ bytes }) => bytes.length > LARGEST).map(({ file }) => tooLarge(file)),
      ...remove.filter((file) => file === PROGRAMME_FILE || !isDataFile(file)).map(strange),
      ...(hasSnapshot ? [] : [noSnapshot()]),
    ],
  };
}

/** The only names that a file may have: nothing that comes from outside becomes a path. */
export function isDataFile(file: string): boolean {
  if (file === PROGRAMME_FILE) return true;
  const [folder, name = '', ...more] = file.split('/');
  return folder === SNAPSHOTS && SNAPSHOT_NAME.test(name) && more.length === 0;
}

/** The names of the files in which two datasets differ. */
export function differing(before: readonly RawFile[], after: readonly RawFile[]): readonly string[] {
  const isIn = (files: readonly RawFile[], { file, bytes }: RawFile) =>
    files.some((other) => other.file === file && Buffer.compare(other.bytes, bytes) === 0);
  const [gone, come] = [
    before.filter((file) => !isIn(after, file)),
    after.filter((file) => !isIn(before, file)),
  ];
  return [...new Set([...gone, ...come].map(({ file }) => file))];
}

function strange(file: string): Finding {
  return foundInFile(
    file,
    { id: 'file-name' },
    {
      it: 'Non è il nome di un file del dataset.',
      en: 'This is not the name of a file of the dataset.',
      adviceIt: `Usare ${PROGRAMME_FILE} o ${SNAPSHOTS}/ con una data, come ${SNAPSHOTS}/2020-12-31.json.`,
      adviceEn: `Use ${PROGRAMME_FILE} or ${SNAPSHOTS}/ with a date, such as ${SNAPSHOTS}/2020-12-31.json.`,
    },
  );
}
