import { parsedFile } from '../../load/parsed.ts';
import type { RawDataset } from '../../load/read.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { fileIn, snapshotFile } from './edit.ts';

type Dated = { readonly date: string; readonly partial?: boolean | undefined };

/** The date that a new one is begun from: the whole date before, else the first whole one; the newest where none is whole. */
export function baseFor(date: string, snapshots: readonly Dated[]): string | undefined {
  const others = snapshots.filter((snapshot) => snapshot.date !== date);
  const whole = others.filter(({ partial }) => partial !== true);
  return (whole.findLast((snapshot) => snapshot.date < date) ?? whole[0] ?? others.at(-1))?.date;
}

/** What the file of a date holds; undefined where there is none of the right structure. */
export function snapshotIn(raw: RawDataset, date: string): SnapshotFile | undefined {
  const file = fileIn(raw, snapshotFile(date));
  return file && parsedFile(file).snapshot?.content;
}
