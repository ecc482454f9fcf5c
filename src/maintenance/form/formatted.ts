import { isUntouched, markables } from '../../check/drafts.ts';
import { parsedFile } from '../../load/parsed.ts';
import { PROGRAMME_FILE, type RawFile } from '../../load/read.ts';
import type { Finding } from '../../model/finding.ts';
import { programmeText, snapshotText } from './canonicalText.ts';
import { foldedComments } from './foldedComments.ts';

/** A file in its one form, or what keeps it from having one. */
type Formatted =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * A file of the dataset as it is written: the same content with every comment as a `comment`, without the marks of what
 * has been confirmed. Only its own structure counts, not what the rules say of it.
 */
export function formatted(raw: RawFile): Formatted {
  const { programme, snapshot, findings } = parsedFile(raw);
  if (programme === null && snapshot === null) return { ok: false, findings };
  const value = content(raw);
  return { ok: true, text: raw.file === PROGRAMME_FILE ? programmeText(value) : snapshotText(value) };
}

/** What a sound file holds, comments included. */
export function content({ bytes }: RawFile): unknown {
  return withoutSpent(foldedComments(new TextDecoder().decode(bytes)));
}

/** Takes away each mark whose record has been touched since, and what was told with the mark. */
export function withoutSpent(snapshot: unknown): unknown {
  for (const { kind, record } of markables(snapshot)) {
    if (isUntouched(kind, record)) continue;
    for (const key of ['confirm', 'was']) Reflect.deleteProperty(record, key);
  }
  return snapshot;
}
