import type { z } from 'zod';
import { capped } from './capped.ts';
import { type DraftFile, warning } from './draftFindings.ts';
import { leftIn } from './drafts.ts';
import { type Bearings, type DataFile, readable, seen } from './files.ts';
import { type Finding, fileFinding } from './finding.ts';
import { type JsonProblem, type ParsedJson, type Path, parseJson } from './json.ts';
import { PROGRAMME_FILE, type RawFile } from './read.ts';
import type { RecordNames } from './recordNames.ts';
import { invisibleCharacters } from './rules/invisible-characters.ts';
import { structure } from './rules/structure.ts';
import { type ProgrammeFile, programmeSchema, type SnapshotFile, snapshotSchema } from './schema.ts';
import { textOf } from './text.ts';
import { visible } from './visible.ts';

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
