import type { z } from 'zod';
import type { Finding } from '../../model/finding.ts';
import { MOST_OF_A_FILE, others } from '../capped.ts';
import type { DataFile } from '../files.ts';
import { found } from '../found.ts';
import type { Path } from '../place.ts';
import { structureWords } from './structureWords.ts';

/** A file whose content fits the schema, or null and what does not fit. Runs before every other rule, file by file. */
export function structure<S extends z.ZodType>(
  schema: S,
  file: DataFile<unknown>,
): { readonly typed: DataFile<z.output<S>> | null; readonly findings: readonly Finding[] } {
  const read = schema.safeParse(file.content, { reportInput: true });
  if (read.success) return { typed: { ...file, content: read.data }, findings: [] };
  const { issues } = read.error;
  const findings = issues
    .slice(0, MOST_OF_A_FILE)
    .map((issue) => found(file, { id: 'structure' }, { path: wrongAt(issue), ...structureWords(issue) }));
  const more = others(file.file, 'error', issues.length - findings.length);
  return { typed: null, findings: [...findings, ...more] };
}

/** An unknown key is itself the place, not the object around it. */
function wrongAt(issue: z.core.$ZodIssue): Path {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
}
