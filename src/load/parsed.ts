import { capped } from '../check/capped.ts';
import { type Draft, leftIn } from '../check/drafts.ts';
import type { DataFile } from '../check/files.ts';
import { foundInFile, readable } from '../check/found.ts';
import type { Path } from '../check/place.ts';
import { type RecordNames, recordNames } from '../check/recordNames.ts';
import { invisibleCharacters } from '../check/text/invisibleCharacters.ts';
import { parseJson } from '../check/text/json.ts';
import type { JsonProblem } from '../check/text/jsonProblems.ts';
import { structure } from '../check/text/structure.ts';
import { visible } from '../check/visible.ts';
import { type Finding, inOrder } from '../model/finding.ts';
import { type ProgrammeFile, programmeSchema, type SnapshotFile, snapshotSchema } from '../model/schema.ts';
import { publishedPart } from './published.ts';
import { PROGRAMME_FILE, type RawDataset, type RawFile } from './read.ts';
import { textOf } from './text.ts';

/** A draft as it stands in its file; `snapshot` is null while the file does not have the right structure. */
export type DraftFile = DataFile<unknown> & Draft & { readonly snapshot: DataFile<SnapshotFile> | null };

/** What a file of a dataset comes to by itself; its findings are about its text and its structure. */
type ParsedFile = {
  readonly programme: DataFile<ProgrammeFile> | null;
  readonly snapshot: DataFile<SnapshotFile> | null;
  readonly draft: DraftFile | null;
  readonly findings: readonly Finding[];
};

/** All files of a dataset, whatever is wrong with them; `snapshots` are without what is still a draft in them. */
export function parsedFiles({ files, findings }: RawDataset) {
  const named = recordNames(() => programmeIn(files));
  const parsed = files.map((file) => parsedFile(file, named));
  const programme = parsed.flatMap((file) => file.programme ?? [])[0] ?? null;
  return {
    programme,
    snapshots: parsed.flatMap(({ snapshot, draft }) => {
      if (!snapshot || !draft) return snapshot ?? [];
      return (programme && publishedPart(snapshot, draft.left, programme.content)) ?? [];
    }),
    drafts: parsed.flatMap(({ draft }) => draft ?? []),
    findings: capped(inOrder([...findings, ...parsed.flatMap((file) => file.findings)])),
  };
}

/** The content of programme.json, whether it fits the schema or not; null where the file is not JSON. */
function programmeIn(files: readonly RawFile[]): unknown {
  const raw = files.find(({ file }) => file === PROGRAMME_FILE);
  const text = raw ? textOf(raw).text : null;
  const json = text === null ? [] : parseJson(text);
  return 'value' in json ? json.value : null;
}

export function parsedFile(raw: RawFile, named: RecordNames = () => null): ParsedFile {
  const { file } = raw;
  const { text, findings } = textOf(raw);
  const none = { programme: null, snapshot: null, draft: null };
  if (text === null) return { ...none, findings };
  const json = parseJson(text);
  if (!('value' in json)) return { ...none, findings: capped([...findings, ...notJson(file, json)]) };
  const { value, placeOf } = json;
  const whole = { file, content: value, placeOf, recordOf: (path: Path) => named(value, path) };
  const invisible = invisibleCharacters(whole);
  if (file === PROGRAMME_FILE) {
    const { typed: programme, findings: wrong } = structure(programmeSchema, whole);
    return { ...none, programme, findings: [...findings, ...invisible, ...wrong] };
  }
  const { typed: snapshot, findings: wrong } = structure(snapshotSchema, whole);
  const left = leftIn(value);
  const more = [...invisible, ...wrong];
  if (left.length === 0) return { ...none, snapshot, findings: [...findings, ...more] };
  const draft = { ...whole, date: file.replace(/^.*\/|\.json$/g, ''), left, snapshot };
  return { ...none, snapshot, draft, findings: [...findings, ...more.map(warning)] };
}

/** What is wrong in a draft is a warning: the bot answers nothing from a draft. */
export const warning = (finding: Finding): Finding => ({ ...finding, severity: 'warning' });

export function notJson(file: string, problems: readonly JsonProblem[]): readonly Finding[] {
  return problems.map(({ path, place, ...words }) => ({
    ...foundInFile(file, { id: 'json' }, words),
    path: visible(readable(null, path)),
    ...place,
  }));
}
