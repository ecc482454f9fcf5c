import { foundInFile } from '../../check/found.ts';
import type { Finding } from '../../model/finding.ts';
import type { Bilingual } from '../../model/schema.ts';
import { entriesOf, isZip, shownName, type ZipLimits } from '../zip.ts';

/** A file of an upload, taken out of its ZIP; `label` is what findings call it, and never a path. */
export type Part = { readonly label: string; readonly bytes: Uint8Array };

export type Parts = { readonly parts: readonly Part[]; readonly findings: readonly Finding[] };

/** A dataset has some ten files of a few hundred kilobytes. The bytes are those of all ZIPs of an upload together. */
const LIMITS: ZipLimits = { entries: 100, unpacked: 32 * 1024 * 1024 };
/** By this file one knows what Word, Excel and PowerPoint save, which are ZIPs. */
const OFFICE = '[Content_Types].xml';

/** As the command calls the files that it takes. */
export const labelOf = (at: number): string => (at === 0 ? 'file' : `file${at + 1}`);

/** All files of an upload, in order; a ZIP stands for those in it. */
export async function partsOf(uploads: readonly Uint8Array[]): Promise<Parts> {
  const all: Parts[] = [];
  let left = LIMITS.unpacked;
  // One after the other: what one ZIP leaves the next may take.
  for (const [at, bytes] of uploads.entries()) {
    const own = await opened(bytes, labelOf(at), left);
    if (isZip(bytes)) left -= own.parts.reduce((sum, part) => sum + part.bytes.length, 0);
    all.push(own);
  }
  return {
    parts: all.flatMap(({ parts }) => parts),
    findings: all.flatMap(({ findings }) => findings),
  };
}

async function opened(bytes: Uint8Array, label: string, left: number): Promise<Parts> {
  if (!isZip(bytes)) return { parts: [{ label, bytes }], findings: [] };
  const unzipped = await entriesOf(bytes, { ...LIMITS, left });
  if (!unzipped.ok) return { parts: [], findings: [inZip(label, unzipped.message, unzipped.advice)] };
  const { entries } = unzipped;
  if (entries.some(({ name }) => name === OFFICE)) {
    return { parts: [], findings: [inZip(label, WORKBOOK.message, WORKBOOK.advice)] };
  }
  return {
    parts: entries.map(({ name, bytes: own }) => ({ label: `${label} › ${shownName(name)}`, bytes: own })),
    findings: [],
  };
}

function inZip(label: string, { it, en }: Bilingual, advice: Bilingual): Finding {
  return foundInFile(label, { id: 'zip' }, { it, en, adviceIt: advice.it, adviceEn: advice.en });
}

const WORKBOOK = {
  message: {
    it: 'È una cartella di lavoro o un documento di Office, non uno ZIP di file dei dati.',
    en: 'This is a workbook or an Office document, not a ZIP of files of the data.',
  },
  advice: {
    it: 'Salvare la tabella come «CSV UTF-8 (delimitato)» e caricare quella.',
    en: 'Save the table as “CSV UTF-8” and upload that.',
  },
} as const;
