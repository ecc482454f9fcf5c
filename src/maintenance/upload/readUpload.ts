import type { RawDataset, RawFile } from '../../load/read.ts';
import type { Role } from '../../load/role.ts';
import type { Finding } from '../../model/finding.ts';
import { contentsOf } from './contents.ts';
import { partsOf } from './parts.ts';
import { type Planned, planned } from './tables.ts';

/** What an upload would put into the dataset, and what is wrong with the upload itself. */
export type Upload = Pick<Planned, 'lines' | 'problems' | 'inWords'> & {
  readonly files: readonly RawFile[];
  readonly findings: readonly Finding[];
};

type Reading = {
  readonly roleOf: (bytes: Uint8Array) => Promise<Role>;
  /** The dataset with these files in it, whether it is a good one or not. */
  readonly datasetWith: (files: readonly RawFile[]) => Promise<RawDataset>;
};

/** Takes uploads apart: files of the dataset under any names, ZIPs of such files, and tables of figures. */
export async function readUpload(
  uploads: readonly Uint8Array[],
  { roleOf, datasetWith }: Reading,
): Promise<Upload> {
  const unpacked = await partsOf(uploads);
  const { files, tables, findings } = await contentsOf(unpacked.parts, roleOf);
  const named = files.map(({ file, bytes }) => ({ file, bytes }));
  const plan = tables.length > 0 ? planned(await datasetWith(named), tables, files) : UNPLANNED;
  // A table may add to a programme.json that was uploaded beside it: the later file holds both.
  const last = new Map([...named, ...plan.files].map((each) => [each.file, each]));
  return {
    ...plan,
    files: [...last.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    findings: [...unpacked.findings, ...findings, ...plan.findings],
  };
}

const UNPLANNED: Planned = {
  files: [],
  lines: { it: [], en: [] },
  problems: { it: [], en: [] },
  findings: [],
  inWords: (finding) => finding,
};
