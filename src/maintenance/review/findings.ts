import { isUntouched, markables } from '../../check/drafts.ts';
import { loadFiles } from '../../load/load.ts';
import type { RawDataset } from '../../load/read.ts';
import { PROGRAMME_FILE } from '../../load/read.ts';
import type { Finding } from '../../model/finding.ts';
import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import { programmeText, snapshotText } from '../form/canonicalText.ts';
import { overlaid, snapshotFile } from '../form/edit.ts';
import type { Told } from './types.ts';

type Given = {
  readonly raw: RawDataset;
  readonly draft: SnapshotFile;
  readonly programme: ProgrammeFile;
  readonly sourceDir: string;
};

/** The files of a dataset with a draft as it would be published. */
export function published({ raw, draft, programme }: Omit<Given, 'sourceDir'>) {
  const next = structuredClone(draft);
  for (const { record } of markables(next)) {
    for (const key of ['confirm', 'was']) Reflect.deleteProperty(record, key);
  }
  const texts = [
    { file: PROGRAMME_FILE, text: programmeText(programme) },
    { file: snapshotFile(draft.date), text: snapshotText(next) },
  ];
  return { texts, raw: overlaid(raw, texts) };
}

/** What the check says of a draft, by the place in the draft that it speaks of; `''` for the date as a whole. */
export type Findings = ReadonlyMap<string, readonly Told[]>;

/**
 * What would be wrong if the draft were published as it stands. Figures that have not been found yet have no say: what
 * they were a date ago contradicts whatever is new.
 */
export async function findingsIn({ sourceDir, ...given }: Given): Promise<Findings> {
  const { draft } = given;
  const kept = draft.sources.map(({ figures }) =>
    [...figures.keys()].filter((at) => !isMissing(figures[at])),
  );
  const sources = draft.sources.map((source) => ({
    ...source,
    figures: source.figures.filter((row) => !isMissing(row)),
  }));
  const isComplete = sources.every(({ figures }, at) => figures.length === draft.sources[at]?.figures.length);
  const { raw } = published({ ...given, draft: { ...draft, sources } });
  const { findings } = await loadFiles(raw, { sourceDir });
  const file = snapshotFile(draft.date);
  const told = new Map<string, Told[]>();
  const keys = Object.keys(draft.notes).toSorted((a, b) => b.length - a.length);
  const files = [file, PROGRAMME_FILE];
  for (const finding of findings.filter((each) => files.includes(each.file) && each.rule !== SHOWN)) {
    const place = finding.file === file ? placeOf(finding, kept, keys) : '';
    // While figures are missing, the date as a whole lacks what the rules ask for.
    if (place === '' && !isComplete && finding.file === file) continue;
    told.set(place, [...(told.get(place) ?? []), toldOf(finding)]);
  }
  return told;
}

/** The page of the text shows these numbers where they stand. */
const SHOWN = 'unclaimed-numbers';

type Row = SnapshotFile['sources'][number]['figures'][number];

const isMissing = (row: Row | undefined) =>
  row !== undefined && row.was === undefined && isUntouched('figure', row);

/** `sources[0].figures[12]`, counted as in the draft; `''` for what is about no record. */
function placeOf({ path }: Finding, kept: readonly (readonly number[])[], notes: readonly string[]): string {
  const [, source = '', row = ''] = /^sources\[(\d+)\]\.figures\[(\d+)\]/.exec(path) ?? [];
  if (row !== '') return `sources[${source}].figures[${kept[Number(source)]?.[Number(row)]}]`;
  return /^(?:remarks\[\d+\]|sources\[\d+\])/.exec(path)?.[0] ?? noteAt(path, notes);
}

/** A key may hold a dot: the longest that fits is the one. */
function noteAt(path: string, keys: readonly string[]): string {
  const key = keys.find(
    (each) => path.startsWith(`notes.${each}`) && /^(?:[. ]|$)/.test(path.slice(6 + each.length)),
  );
  return key === undefined ? '' : `notes.${key}`;
}

const toldOf = ({ severity, message, advice }: Finding): Told => ({ severity, message, advice });
