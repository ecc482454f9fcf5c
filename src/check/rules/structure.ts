import type { z } from 'zod';
import type { Finding } from '../../model/finding.ts';
import { MOST_OF_A_FILE, others } from '../capped.ts';
import { type Bearings, found } from '../files.ts';
import type { ParsedJson, Path } from '../text/json.ts';
import { structureWords } from '../text/structureWords.ts';

/** The content where it fits the schema, else what does not. Runs before every other rule, file by file. */
export function structure<S extends z.ZodType>(
  schema: S,
  file: string,
  { value, placeOf }: ParsedJson,
  recordOf: Bearings['recordOf'],
): { ok: true; content: z.output<S> } | { ok: false; findings: readonly Finding[] } {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return { ok: true, content: read.data };
  const { issues } = read.error;
  const findings = issues.slice(0, MOST_OF_A_FILE).map((issue) =>
    found({ file, content: value, placeOf, recordOf }, wrongAt(issue), {
      rule: 'structure',
      ...structureWords(issue),
    }),
  );
  return { ok: false, findings: [...findings, ...others(file, 'error', issues.length - findings.length)] };
}

type Issue = z.core.$ZodIssue;

/** An unknown key is itself the place, not the object around it. */
function wrongAt(issue: Issue): Path {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
}
