import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { check } from './check.ts';
import { buildDataset, type Dataset } from './dataset.ts';
import { type DataFile, type DataFiles, readable, type SourceText } from './files.ts';
import { type Finding, hasErrors, inOrder } from './finding.ts';
import { type Path, parseJson } from './json.ts';
import { fileFinding, PROGRAMME_FILE, type RawDataset, type RawFile, readFolder } from './read.ts';
import { type RecordNames, recordNames } from './recordNames.ts';
import { agreements } from './rules/sources-agree.ts';
import { structure } from './rules/structure.ts';
import { type DocumentRecord, programmeSchema, snapshotSchema } from './schema.ts';
import { pagesOf } from './source-text.ts';
import { textOf } from './text.ts';

/**
 * `compared`: the documents whose text was at hand to compare the figures with.
 * `agreements`: the figures of which two documents or more speak, and on which they agree.
 */
export type Loaded =
  | {
      readonly ok: true;
      readonly dataset: Dataset;
      readonly findings: readonly Finding[];
      readonly compared: readonly string[];
      readonly agreements: number;
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads, checks and builds the dataset in a folder. Whatever is wrong with the data is a finding. */
export async function loadDataset(
  dir: string,
  { sourceDir = null }: { readonly sourceDir?: string | null } = {},
): Promise<Loaded> {
  return loadFiles(await readFolder(dir), { sourceDir });
}

/** The same of files that need not lie on disk: what an import would write is checked before it is written. */
export async function loadFiles(
  raw: RawDataset,
  { sourceDir = null }: { readonly sourceDir?: string | null } = {},
): Promise<Loaded> {
  const named = recordNames(() => programmeIn(raw.files));
  const parsed = raw.files.map((file) => parsedFile(file, named));
  const broken = inOrder([...raw.findings, ...parsed.flatMap(({ findings }) => findings)]);
  const programme = parsed.find(({ programme }) => programme !== null)?.programme ?? null;
  const snapshots = parsed.flatMap(({ snapshot }) => snapshot ?? []);
  if (programme === null || hasErrors(broken)) return { ok: false, findings: broken };
  const texts = await sourceTexts(programme.content.documents, sourceDir);
  const files: DataFiles = { programme, snapshots, texts };
  const findings = inOrder([...broken, ...check(files)]);
  if (hasErrors(findings)) return { ok: false, findings };
  const dataset = buildDataset(
    programme.content,
    snapshots.map(({ content }) => content),
    versionOf(raw.files),
  );
  return { ok: true, dataset, findings, compared: [...texts.keys()], agreements: agreements(files) };
}

/** Twelve hexadecimal digits that change with any byte of the dataset. */
function versionOf(files: readonly RawFile[]): string {
  const hash = createHash('sha256');
  for (const { file, bytes } of files) hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 12);
}

function parsedFile(raw: RawFile, named: RecordNames) {
  const { text, findings } = textOf(raw);
  const none = { programme: null, snapshot: null };
  if (text === null) return { ...none, findings };
  if (raw.file === PROGRAMME_FILE) {
    const { content, findings: more } = typed(programmeSchema, raw.file, text, named);
    return { ...none, programme: content, findings: [...findings, ...more] };
  }
  const { content, findings: more } = typed(snapshotSchema, raw.file, text, named);
  return { ...none, snapshot: content, findings: [...findings, ...more] };
}

function typed<S extends z.ZodType>(
  schema: S,
  file: string,
  text: string,
  named: RecordNames,
): { content: DataFile<z.output<S>> | null; findings: readonly Finding[] } {
  const json = parseJson(text);
  if (!('value' in json)) {
    const findings = json.map(({ path, place, message, advice }) => ({
      ...fileFinding(file, 'json', message, advice),
      path: readable(null, path),
      ...place,
    }));
    return { content: null, findings };
  }
  const { value, placeOf } = json;
  const recordOf = (path: Path) => named(value, path);
  const result = structure(schema, file, json, recordOf);
  if (!result.ok) return { content: null, findings: result.findings };
  return { content: { file, content: result.content, placeOf, recordOf }, findings: [] };
}

/** What programme.json holds, whether it fits the schema or not; null where it is no JSON. */
function programmeIn(files: readonly RawFile[]): unknown {
  const raw = files.find(({ file }) => file === PROGRAMME_FILE);
  const text = raw ? textOf(raw).text : null;
  const json = text === null ? [] : parseJson(text);
  return 'value' in json ? json.value : null;
}

/** A text that is not at hand is no finding: the dataset holds without it, only less well checked. */
async function sourceTexts(
  documents: readonly DocumentRecord[],
  sourceDir: string | null,
): Promise<ReadonlyMap<string, SourceText>> {
  const texts = await Promise.all(
    documents.map(async ({ id, text }): Promise<readonly (readonly [string, SourceText])[]> => {
      if (sourceDir === null || text === undefined) return [];
      const content = await readFile(join(sourceDir, basename(text)), 'utf8').catch(() => null);
      return content === null ? [] : [[id, pagesOf(content)]];
    }),
  );
  return new Map(texts.flat());
}
