import { capped } from '../check/capped.ts';
import { foundInFile } from '../check/found.ts';
import { parseJson } from '../check/text/json.ts';
import type { Finding } from '../model/finding.ts';
import { notJson } from './parsed.ts';
import { PROGRAMME_FILE, SNAPSHOT_NAME, SNAPSHOTS } from './read.ts';
import { textOf } from './text.ts';

/** Which file of the dataset an upload is; null where its content does not tell, and why. */
export type Role = { readonly file: string | null; readonly findings: readonly Finding[] };

/** What findings call an upload whose place in the dataset is not known. */
const UPLOAD = 'file';

/** Read from what the file holds: its name is whatever somebody called it. */
export function roleOf(bytes: Uint8Array): Role {
  const { text, findings } = textOf({ file: UPLOAD, bytes });
  if (text === null) return { file: null, findings };
  const json = parseJson(text);
  if (!('value' in json)) return { file: null, findings: capped(notJson(UPLOAD, json)) };
  const file = fileOf(json.value);
  return { file, findings: file === null ? [UNKNOWN_ROLE] : [] };
}

function fileOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { date } = value as Record<string, unknown>;
  const isProgramme = 'axes' in value;
  const isSnapshot = typeof date === 'string' && SNAPSHOT_NAME.test(`${date}.json`);
  if (isProgramme === isSnapshot) return null;
  return isProgramme ? PROGRAMME_FILE : `${SNAPSHOTS}/${date}.json`;
}

const UNKNOWN_ROLE = foundInFile(
  UPLOAD,
  { id: 'role' },
  {
    it: 'Non è né programme.json (che ha "axes") né uno snapshot (che ha "date", come "2020-12-31").',
    en: 'This is neither programme.json (which has "axes") nor a snapshot (which has "date", such as "2020-12-31").',
    adviceIt: 'Partire da un file della cartella dei dati e cambiarne le cifre.',
    adviceEn: 'Start from a file of the data folder and change its figures.',
  },
);
