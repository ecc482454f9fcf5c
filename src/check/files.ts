import type { Bilingual, ProgrammeFile, SnapshotFile } from '../model/schema.ts';
import type { Path, Place } from './place.ts';

/** A file of the dataset that has the right structure. */
export type DataFile<T> = {
  readonly file: string;
  readonly content: T;
} & Bearings;

/** What a path into a file leads to: where it stands, and the name by which people know the record there. */
export type Bearings = {
  placeOf(path: Path): Place;
  recordOf(path: Path): Bilingual | null;
};

/** The plain text of a document, page by page; page 1 first. */
export type SourceText = readonly string[];

/** What the rules look at: everything at once, since most rules compare one record with another. */
export type DataFiles = {
  readonly programme: DataFile<ProgrammeFile>;
  /** From the oldest to the newest, without drafts. */
  readonly snapshots: readonly DataFile<SnapshotFile>[];
  /** Ids that drafts speak of. */
  readonly drafted: ReadonlySet<string>;
  /** By document id; documents whose text is not at hand are missing. */
  readonly texts: ReadonlyMap<string, SourceText>;
  /** `2024-06-30`: the day of the check. */
  readonly today: string;
};
