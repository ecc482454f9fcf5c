import { foundInFile } from '../check/found.ts';
import type { Finding } from '../model/finding.ts';
import type { Bilingual } from '../model/schema.ts';

/** Stands for something that exists and is not a file, such as a pipe; not one of the system's codes. */
export const NO_FILE = 'no file';
/** Stands for a file of more bytes than any file of a dataset or text of a document has. */
export const TOO_LARGE = 'too large';
export const LARGEST_FILE = 8 * 1024 * 1024;

/** The reason in words, followed by the system's code for the administrator of the machine. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  EISDIR: { it: 'è una cartella (EISDIR)', en: 'it is a folder (EISDIR)' },
  ENOTDIR: { it: 'non è una cartella (ENOTDIR)', en: 'it is not a folder (ENOTDIR)' },
  EACCES: { it: 'manca il permesso (EACCES)', en: 'permission is lacking (EACCES)' },
  EPERM: { it: 'manca il permesso (EPERM)', en: 'permission is lacking (EPERM)' },
  ELOOP: {
    it: 'è un collegamento che torna su sé stesso (ELOOP)',
    en: 'it is a link that leads back to itself (ELOOP)',
  },
  [NO_FILE]: { it: 'non è un file', en: 'it is not a file' },
  [TOO_LARGE]: { it: 'supera 8 MB', en: 'it is larger than 8 MB' },
};

/** Why a file cannot be read, in words. */
export const reasonOf = (code: string): Bilingual => REASONS[code] ?? { it: code, en: code };

export const READABLE = { id: 'readable' };

export function unreadable(file: string, code: string): Finding {
  if (code === 'ENOENT') return absent(file);
  const why = reasonOf(code);
  return foundInFile(file, READABLE, {
    it: `${file} non si può leggere: ${why.it}.`,
    en: `${file} cannot be read: ${why.en}.`,
    adviceIt: 'Controllare che cosa c’è con quel nome, e i suoi permessi.',
    adviceEn: 'Check what there is by that name, and its permissions.',
  });
}

const absent = (file: string): Finding =>
  foundInFile(file, READABLE, {
    it: `${file} non esiste.`,
    en: `${file} does not exist.`,
    adviceIt: 'Controllare il nome della cartella dei dati (DATA_DIR).',
    adviceEn: 'Check the name of the data folder (DATA_DIR).',
  });

export const leadsNowhere = (file: string): Finding =>
  foundInFile(file, READABLE, {
    it: `${file} è un collegamento a un file che non c’è più.`,
    en: `${file} is a link to a file that is no longer there.`,
    adviceIt: `Rimettere il file al posto di ${file}, o togliere il collegamento.`,
    adviceEn: `Put the file in the place of ${file}, or remove the link.`,
  });

/** `2020-12-31.json.txt`, as editors save it on systems that hide the ends of names. */
const RENAMED = /^(\d{4}-\d{2}-\d{2})(?:\.json)+(?:\.txt)?$/i;

/**
 * A stray `.json`, or a snapshot that an editor saved with another ending, is data that nothing reads: an error. For any
 * other file a warning says that the file is ignored.
 */
export function misnamed(folder: string, name: string, snapshots: readonly string[]): Finding {
  const date = RENAMED.exec(name)?.[1];
  const file = `${folder}/${name}`;
  if (date !== undefined && !snapshots.includes(`${date}.json`)) {
    return foundInFile(
      file,
      { id: 'file-name' },
      {
        it: `Il nome non finisce solo in ".json" dopo la data: il file non viene letto.`,
        en: `The name does not end in ".json" alone after the date: the file is not read.`,
        adviceIt: `Chiamarlo ${folder}/${date}.json.`,
        adviceEn: `Call it ${folder}/${date}.json.`,
      },
    );
  }
  return foundInFile(
    file,
    { id: 'file-name', severity: /\.json$/i.test(name) ? 'error' : 'warning' },
    {
      it: 'Il nome non è quello di uno snapshot: il file non viene letto.',
      en: 'The name is not that of a snapshot: the file is not read.',
      adviceIt: 'Chiamarlo con la sua data, come 2020-12-31.json, o toglierlo.',
      adviceEn: 'Name it by its date, such as 2020-12-31.json, or remove it.',
    },
  );
}
