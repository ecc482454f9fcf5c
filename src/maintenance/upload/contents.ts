import { foundInFile } from '../../check/found.ts';
import type { RawFile } from '../../load/read.ts';
import type { Role } from '../../load/role.ts';
import type { Finding } from '../../model/finding.ts';
import { grouped } from '../../model/grouped.ts';
import { sheetIn } from '../sheet/rows.ts';
import type { Part } from './parts.ts';

/** What the files of an upload are, by what they hold. */
export type Contents = {
  /** Files of the dataset, under their names there. */
  readonly files: readonly (RawFile & Part)[];
  /** Tables of figures, as `npm run export:csv` writes them. */
  readonly tables: readonly Part[];
  readonly findings: readonly Finding[];
};

/** Bytes of a table, which is read in the bot's own thread: those of this dataset have some 50,000. */
const LARGEST_TABLE = 1024 * 1024;

/** A file that is neither of the dataset nor a table is a finding, as are two that would be the same file. */
export async function contentsOf(
  parts: readonly Part[],
  roleOf: (bytes: Uint8Array) => Promise<Role>,
): Promise<Contents> {
  const known: (Part & Role & { readonly table: boolean })[] = [];
  for (const part of parts) {
    const role = await roleOf(part.bytes);
    known.push({ ...part, ...role, table: role.file === null && isTable(part.bytes) });
  }
  const files = known.flatMap(({ file, label, bytes }) => (file === null ? [] : [{ file, label, bytes }]));
  return {
    files,
    tables: known.filter(({ table }) => table).map(({ label, bytes }) => ({ label, bytes })),
    findings: [
      ...known.flatMap(({ table, label, findings }) =>
        table ? [] : findings.map((finding) => ({ ...finding, file: label })),
      ),
      ...[...grouped(files, ({ file }) => file)].flatMap(([file, own]) =>
        own.length > 1 ? [twice(file, own)] : [],
      ),
    ],
  };
}

/** Whether a row of it names columns; what is wrong with the table below is said by whoever reads it. */
function isTable(bytes: Uint8Array): boolean {
  if (bytes.length > LARGEST_TABLE) return false;
  const sheet = sheetIn(bytes);
  return 'rows' in sheet || sheet.some(({ row }) => row !== null);
}

/** Which of the two was meant nobody can tell. */
export function twice(file: string, parts: readonly Pick<Part, 'label'>[]): Finding {
  const labels = parts.map(({ label }) => `"${label}"`);
  return foundInFile(
    file,
    { id: 'twice' },
    {
      it: `Più file dell’invio sono questo: ${labels.join(', ')}.`,
      en: `Several of the files sent are this one: ${labels.join(', ')}.`,
      adviceIt: 'Inviarne uno solo.',
      adviceEn: 'Send only one of them.',
    },
  );
}
