import type { z } from 'zod';
import { capped } from '../check/capped.ts';
import { leftIn } from '../check/drafts.ts';
import { type Bearings, type DataFile, readable, seen } from '../check/files.ts';
import type { RecordNames } from '../check/recordNames.ts';
import { invisibleCharacters } from '../check/rules/invisible-characters.ts';
import { structure } from '../check/rules/structure.ts';
import { type JsonProblem, type ParsedJson, type Path, parseJson } from '../check/text/json.ts';
import { visible } from '../check/visible.ts';
import { type Finding, fileFinding } from '../model/finding.ts';
import { type ProgrammeFile, programmeSchema, type SnapshotFile, snapshotSchema } from '../model/schema.ts';
import { type DraftFile, warning } from './draftFindings.ts';
import { PROGRAMME_FILE, type RawFile } from './read.ts';
import { textOf } from './text.ts';

/** What a file of a dataset comes to by itself; its findings are about its text and its structure. */
type ParsedFile = {
  readonly programme: DataFile<ProgrammeFile> | null;
  readonly snapshot: DataFile<SnapshotFile> | null;
  readonly draft: DraftFile | null;
  readonly findings: readonly Finding[];
};

export function parsedFile(raw: RawFile, named: RecordNames = () => null): ParsedFile {
  const { file } = raw;
  const { text, findings } = textOf(raw);
  const none = { programme: null, snapshot: null, draft: null };
  if (text === null) return { ...none, findings };
  const json = parseJson(text);
  if (!('value' in json)) return { ...none, findings: capped([...findings, ...notJson(file, json)]) };
  const bearings = { placeOf: json.placeOf, recordOf: (path: Path) => named(json.value, path) };
  const invisible = invisibleCharacters(file, json, bearings.recordOf);
  if (file === PROGRAMME_FILE) {
    const { content, findings: more } = typed(programmeSchema, file, json, bearings);
    return { ...none, programme: content, findings: [...findings, ...invisible, ...more] };
  }
  const { content: snapshot, findings: wrong } = typed(snapshotSchema, file, json, bearings);
  const more = [...invisible, ...wrong];
  const left = leftIn(json.value);
  if (left.length === 0) return { ...none, snapshot, findings: [...findings, ...more] };
  const draft = { file, date: file.replace(/^.*\/|\.json$/g, ''), left };
  return {
    ...none,
    snapshot,
    draft: { ...bearings, draft, value: json.value, snapshot },
    findings: [...findings, ...more.map(warning)],
  };
}

export function notJson(file: string, problems: readonly JsonProblem[]): readonly Finding[] {
  return problems.map(({ path, place, message, advice }) => ({
    ...fileFinding(file, 'json', seen(message), seen(advice)),
    path: visible(readable(null, path)),
    ...place,
  }));
}

function typed<S extends z.ZodType>(
  schema: S,
  file: string,
  json: ParsedJson,
  bearings: Bearings,
): { content: DataFile<z.output<S>> | null; findings: readonly Finding[] } {
  const result = structure(schema, file, json, bearings.recordOf);
  if (!result.ok) return { content: null, findings: result.findings };
  return { content: { file, content: result.content, ...bearings }, findings: [] };
}
