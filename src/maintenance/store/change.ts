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
import { type Finding, fileFinding } from '../../model/finding.ts';

/** Files of a dataset that replace or join those of the folder, named as there: `snapshots/2020-12-31.json`. */
export type FileChange = {
  readonly files: readonly RawFile[];
  /** Names of snapshots to take away. */
  readonly remove?: readonly string[];
};

/** What a folder would hold after a change, as if it had been read from there. */
export function changed(present: RawDataset, { files, remove = [] }: FileChange): RawDataset {
  const touched = new Set([...files.map(({ file }) => file), ...remove]);
  const kept = present.files.filter(({ file }) => !touched.has(file));
  const all = [...kept, ...files.filter(({ file }) => isDataFile(file))].sort(inFolderOrder);
  const hasSnapshot = all.some(({ file }) => file !== PROGRAMME_FILE);
  const about = present.findings.filter(({ file }) => !touched.has(file) && file !== SNAPSHOTS);
  return {
    files: all,
    findings: [
      ...about,
      ...files.flatMap(wrongWith),
      ...remove.filter((file) => file === PROGRAMME_FILE || !isDataFile(file)).map(strange),
      ...(hasSnapshot ? [] : [noSnapshot()]),
    ],
  };
}

/** A name is only ever one of these: nothing that comes from outside becomes a path. */
export function isDataFile(file: string): boolean {
  if (file === PROGRAMME_FILE) return true;
  const [folder, name = '', ...more] = file.split('/');
  return folder === SNAPSHOTS && SNAPSHOT_NAME.test(name) && more.length === 0;
}

/** The names of the files in which two datasets differ. */
export function differing(before: readonly RawFile[], after: readonly RawFile[]): readonly string[] {
  const [old, now] = [before, after].map((files) => new Map(files.map(({ file, bytes }) => [file, bytes])));
  const all = [...new Set([...before, ...after].map(({ file }) => file))];
  return all.filter((file) => {
    const [was, is] = [old?.get(file), now?.get(file)];
    return !was || !is || Buffer.compare(was, is) !== 0;
  });
}

const inFolderOrder = (a: RawFile, b: RawFile) => (place(a) < place(b) ? -1 : 1);
const place = ({ file }: RawFile) => (file === PROGRAMME_FILE ? '' : file);

function wrongWith({ file, bytes }: RawFile): readonly Finding[] {
  if (!isDataFile(file)) return [strange(file)];
  return bytes.length > LARGEST ? [tooLarge(file)] : [];
}

function strange(file: string): Finding {
  return fileFinding(
    file,
    'file-name',
    {
      it: 'Non è il nome di un file del dataset.',
      en: 'This is not the name of a file of the dataset.',
    },
    {
      it: `Usare ${PROGRAMME_FILE} o ${SNAPSHOTS}/ con una data, come ${SNAPSHOTS}/2020-12-31.json.`,
      en: `Use ${PROGRAMME_FILE} or ${SNAPSHOTS}/ with a date, such as ${SNAPSHOTS}/2020-12-31.json.`,
    },
  );
}
