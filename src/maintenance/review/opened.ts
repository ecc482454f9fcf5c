import { leftIn } from '../../check/drafts.ts';
import { parsedFile } from '../../load/parsed.ts';
import { PROGRAMME_FILE, type RawDataset, type RawFile, readFolder } from '../../load/read.ts';
import { type Bilingual, isDay, type ProgrammeFile, type SnapshotFile } from '../../model/schema.ts';
import { baseFor } from '../form/base.ts';
import { fileIn, snapshotFile } from '../form/edit.ts';
import { content } from '../form/formatted.ts';
import { type Page, pagesIn } from '../report/page.ts';
import { textAt } from '../report/reportFile.ts';
import type { Unmade } from './types.ts';

export type Place = { readonly dir: string; readonly sourceDir: string; readonly date: string };

/** What a draft is reviewed with, as the files say at this moment. */
export type Opened = {
  readonly ok: true;
  readonly raw: RawDataset;
  readonly programme: ProgrammeFile;
  readonly draft: SnapshotFile;
  readonly base: SnapshotFile;
  readonly pagesOf: (document: string) => readonly Page[];
};

/** Reads what a file holds; null for a file that is broken. */
export type Reader = (file: RawFile) => unknown;

/** A reader that reads a file again only where its bytes have changed: between two decisions one file does. */
export function newReader(): Reader {
  const known = new Map<string, { readonly bytes: Uint8Array; readonly value: unknown }>();
  return (raw) => {
    const there = known.get(raw.file);
    if (there && Buffer.compare(there.bytes, raw.bytes) === 0) return there.value;
    const { snapshot, programme } = parsedFile(raw);
    const value = snapshot || programme ? content(raw) : null;
    known.set(raw.file, { bytes: raw.bytes, value });
    return value;
  };
}

/** The draft of a date, and why there is none where that is so. */
export async function openedDraft({ dir, sourceDir, date }: Place, read: Reader): Promise<Opened | Unmade> {
  if (!isDay(date)) return { ok: false, why: NO_DAY };
  const raw = await readFolder(dir);
  const own = fileIn(raw, PROGRAMME_FILE);
  const programme = own && (read(own) as ProgrammeFile | null);
  const file = fileIn(raw, snapshotFile(date));
  const draft = file && (read(file) as SnapshotFile | null);
  if (programme === null || draft === null) return { ok: false, why: BROKEN };
  if (!programme || !draft || leftIn(draft).length === 0) return { ok: false, why: NO_DRAFT };
  const others = raw.files.flatMap((each) => {
    const value = each === own || each === file ? null : (read(each) as SnapshotFile | null);
    return value && leftIn(value).length === 0 ? value : [];
  });
  const before = baseFor(date, others);
  const base = others.find((each) => each.date === before);
  if (!base) return { ok: false, why: NO_DRAFT };
  const pages = await pagesOfSources(draft, programme, sourceDir);
  return { ok: true, raw, programme, draft, base, pagesOf: (document) => pages.get(document) ?? [] };
}

async function pagesOfSources(
  { sources }: SnapshotFile,
  { documents }: ProgrammeFile,
  sourceDir: string,
): Promise<ReadonlyMap<string, readonly Page[]>> {
  const texts = sources.map(async ({ document }) => {
    const text = await textAt(sourceDir, documents.find(({ id }) => id === document)?.text);
    return [document, text === null ? [] : pagesIn(text)] as const;
  });
  return new Map(await Promise.all(texts));
}

const NO_DAY: Bilingual = {
  it: 'Non è una data che esiste, scritta come 2023-12-31.',
  en: 'This is not a date that exists, written as 2023-12-31.',
};
const BROKEN: Bilingual = {
  it: 'Un file dei dati non si può leggere, forse perché qualcuno lo sta modificando: npm run check:data dice quale, e in quale riga.',
  en: 'A file of the data cannot be read, perhaps since somebody is editing it: npm run check:data says which, and in which line.',
};
const NO_DRAFT: Bilingual = {
  it: 'Di questa data non c’è una bozza: cominciarla con npm run new:snapshot.',
  en: 'There is no draft of this date: begin one with npm run new:snapshot.',
};
