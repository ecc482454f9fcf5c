import type { z } from 'zod';
import type { Finding } from '../../model/finding.ts';
import { MOST_OF_A_FILE, others } from '../capped.ts';
import type { DataFile } from '../files.ts';
import { found } from '../found.ts';
import type { Path } from '../place.ts';
import { structureWords } from './structureWords.ts';

/** The content where it fits the schema, else what does not. Runs before every other rule, file by file. */
export function structure<S extends z.ZodType>(
  schema: S,
  file: DataFile<unknown>,
): { ok: true; content: z.output<S> } | { ok: false; findings: readonly Finding[] } {
  const read = schema.safeParse(file.content, { reportInput: true });
  if (read.success) return { ok: true, content: read.data };
  const { issues } = read.error;
  const findings = issues
    .slice(0, MOST_OF_A_FILE)
    .map((issue) => found(file, { id: 'structure' }, { path: wrongAt(issue), ...structureWords(issue) }));
  const more = others(file.file, 'error', issues.length - findings.length);
  return { ok: false, findings: [...findings, ...more] };
}

/** An unknown key is itself the place, not the object around it. */
function wrongAt(issue: z.core.$ZodIssue): Path {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
}
