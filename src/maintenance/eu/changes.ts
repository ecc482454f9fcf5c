import type { RawDataset } from '../../load/read.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { snapshotText } from '../form/canonicalText.ts';
import { fileIn, snapshotFile, type Text } from '../form/edit.ts';
import { content } from '../form/formatted.ts';
import { merged } from './merge.ts';
import type { Reading } from './read.ts';

/** The snapshots that come to say something else, each with what every file gives for its date. */
export function changesIn(
  raw: RawDataset,
  readings: readonly Reading[],
  programme: ProgrammeFile,
): readonly Text[] {
  const dates = new Set(readings.flatMap(({ figures }) => figures.map(({ date }) => date)));
  return [...dates].toSorted().flatMap((date) => {
    const file = snapshotFile(date);
    const there = fileIn(raw, file);
    const was = there ? (content(there) as SnapshotFile) : null;
    const now = readings.reduce((snapshot, { document, figures }) => {
      const given = figures.filter((dated) => dated.date === date).map(({ figure }) => figure);
      return given.length === 0 ? snapshot : merged(snapshot, { date, document, figures: given }, programme);
    }, was);
    const text = snapshotText(now);
    return was !== null && text === snapshotText(was) ? [] : [{ file, text }];
  });
}
