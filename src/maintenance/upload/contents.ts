import { foundInFile } from '../../check/found.ts';
import type { RawFile } from '../../load/read.ts';
import type { Role } from '../../load/role.ts';
import type { Finding } from '../../model/finding.ts';
import { grouped } from '../../model/grouped.ts';
import { isSheet } from '../sheet/rows.ts';
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
/** Tables that are read for one upload, for the same reason; as many as the command takes files. */
const MOST_TABLES = 5;

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
  const tables = known.filter(({ table }) => table).map(({ label, bytes }) => ({ label, bytes }));
  const extra = tables[MOST_TABLES];
  const files = known.flatMap(({ file, label, bytes }) => (file === null ? [] : [{ file, label, bytes }]));
  return {
    files,
    tables: extra ? [] : tables,
    findings: [
      ...(extra ? [tooMany(extra.label, tables.length)] : []),
      ...known.flatMap(({ table, label, findings }) =>
        table ? [] : findings.map((finding) => ({ ...finding, file: label })),
      ),
      ...[...grouped(files, ({ file }) => file)].flatMap(([file, own]) =>
        own.length > 1 ? [twice(file, own)] : [],
      ),
    ],
  };
}

const isTable = (bytes: Uint8Array): boolean => bytes.length <= LARGEST_TABLE && isSheet(bytes);

/** `label` is that of the first one beyond the limit. */
function tooMany(label: string, count: number): Finding {
  return foundInFile(
    label,
    { id: 'tables' },
    {
      it: `L’invio contiene ${count} tabelle: se ne leggono al massimo ${MOST_TABLES} alla volta.`,
      en: `There are ${count} tables in what was sent: at most ${MOST_TABLES} are read at a time.`,
      adviceIt: 'Inviarle in più volte.',
      adviceEn: 'Send them in several goes.',
    },
  );
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
