import { countOf, type Finding } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import type { Loaded } from './load.ts';

/** What `check:data --json` prints: the findings as tools take them, and what they are of. */
export function reportJson(loaded: Loaded, locale: Locale, folder: string) {
  return {
    findings: loaded.findings.map((finding) => findingJson(finding, locale, folder)),
    summary: summary(loaded),
  };
}

/** `path` is the way through the file's JSON alone; its record has a key of its own. */
function findingJson(finding: Finding, locale: Locale, folder: string) {
  const { severity, rule, file, line, column, path, record, message, advice } = finding;
  return {
    severity,
    rule,
    file: folder === '' ? file : `${folder}/${file}`,
    line,
    column,
    path: path.replace(/ \([^()]*\)$/, ''),
    record: record?.[locale] ?? null,
    message: message[locale],
    advice: advice[locale],
  };
}

/** `version` is null, and nothing is counted, where errors keep the files from being a dataset. */
function summary(loaded: Loaded) {
  const snapshots = loaded.ok ? loaded.dataset.snapshots : [];
  return {
    errors: countOf(loaded.findings, 'error'),
    warnings: countOf(loaded.findings, 'warning'),
    figures: snapshots.reduce((total, { figures }) => total + figures.length, 0),
    snapshots: snapshots.map(({ date, partial, figures }) => ({ date, partial, figures: figures.length })),
    drafts: loaded.ok ? loaded.drafts.map(({ date, left }) => ({ date, left: left.length })) : [],
    version: loaded.ok ? loaded.dataset.version : null,
  };
}
