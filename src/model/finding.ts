import type { Locale } from './locale.ts';
import type { Bilingual } from './schema.ts';

/** A problem at one place of a dataset; a dataset with warnings only still loads. */
export type Finding = {
  /** Name of the rule that found it. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Relative to the dataset's folder: `snapshots/2020-12-31.json`. */
  readonly file: string;
  /** `sources[0].figures[12] (axis-2 certified)`; empty for the file itself. */
  readonly path: string;
  /** From 1, as the column; null where the finding is about the whole file. */
  readonly line: number | null;
  readonly column: number | null;
  /** The printed name of the record and what of it, as people know them; null where it is about none. */
  readonly record: Bilingual | null;
  readonly message: Bilingual;
  /** What to write instead. */
  readonly advice: Bilingual;
  /** How many findings that are not listed it speaks for; absent where it is one itself. */
  readonly standsFor?: number;
};

/** A finding about a whole file. */
export function fileFinding(
  file: string,
  rule: string,
  message: Bilingual,
  advice: Bilingual,
  severity: Finding['severity'] = 'error',
): Finding {
  return { rule, severity, file, path: '', line: null, column: null, record: null, message, advice };
}

const WORDS = {
  it: { error: 'errore', warning: 'avviso' },
  en: { error: 'error', warning: 'warning' },
} as const satisfies Record<Locale, Record<Finding['severity'], string>>;

/** Lines that a maintainer can act on; `folder` makes the first one clickable in a terminal. */
export function printFinding(finding: Finding, locale: Locale, folder = ''): string {
  const { severity, file, line, column, path, record, message, advice, rule } = finding;
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return [
    `${folder}${place} ${WORDS[locale][severity]} (${rule})`,
    ...(record === null ? [] : [`  ${record[locale]}`]),
    ...(path === '' ? [] : [`  ${path}`]),
    `  ${message[locale]}`,
    `  → ${advice[locale]}`,
  ].join('\n');
}

/** By file, then by place; errors before warnings at the same place. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      a.file.localeCompare(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      a.severity.localeCompare(b.severity) ||
      a.path.localeCompare(b.path),
  );
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Those that are not listed count as well. */
export function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.reduce((sum, each) => sum + (each.severity === severity ? (each.standsFor ?? 1) : 0), 0);
}
