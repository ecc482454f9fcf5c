import { join } from 'node:path';
import { sourceRank } from '../locale/rank.ts';
import type { MissingText } from '../model/condition.ts';
import type { Snapshot } from '../model/dataset.ts';
import { countOf, type Finding, printFinding } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import type { Loaded } from './load.ts';
import { reasonOf } from './unreadable.ts';

type Where = { readonly folder: string; readonly sourceDir: string };

/** What `check:data` prints: the errors, the warnings in a section of their own, then what was checked. */
export function report(loaded: Loaded, locale: Locale, { folder, sourceDir }: Where): string {
  const prefix = folder === '' ? '' : `${folder}/`;
  const of = (severity: Finding['severity']) =>
    loaded.findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => printFinding(finding, locale, prefix));
  const warnings = of('warning');
  return [
    ...of('error'),
    ...(warnings.length > 0 ? [WORDS[locale].warnings, ...warnings] : []),
    [...checked(loaded, locale, sourceDir), totals(loaded, locale)].join('\n'),
  ].join('\n\n');
}

function checked(loaded: Loaded, locale: Locale, sourceDir: string): readonly string[] {
  const say = WORDS[locale];
  if (!loaded.ok) {
    const early = loaded.findings.some(({ rule, severity }) => severity === 'error' && EARLY.has(rule));
    return early ? [say.early] : [];
  }
  const { programme, snapshots } = loaded.dataset;
  const dates = snapshots.map(({ date, figures }) => `${date}: ${figures.length}`).join(', ');
  return [
    say.figures(dates),
    say.records(programme.axes.length, programme.initiatives.length, programme.indicators.length),
    ...loaded.drafts.map(({ date, left }) => say.draft(date, left.length)),
    ...snapshots.flatMap((snapshot) => ranked(snapshot, locale)),
    ...(loaded.agreements > 0 ? [say.agreements(loaded.agreements)] : []),
    ...loaded.compared.map(say.compared),
    ...uncomparedLines(loaded.uncompared, locale, sourceDir),
  ];
}

/** Which document of a date answers before which, where it has several. */
function ranked({ date, figures }: Snapshot, locale: Locale): readonly string[] {
  const documents = [...new Set(figures.map(({ source }) => source.document.id))];
  if (documents.length < 2) return [];
  return [
    WORDS[locale].ranked(
      date,
      documents.map((id, at) => `${sourceRank(at + 1, locale)} ${id}`),
    ),
  ];
}

/** What could not be compared with a document's text, one line a document, for people at a terminal. */
export function uncomparedLines(
  missing: readonly MissingText[],
  locale: Locale,
  sourceDir: string,
): readonly string[] {
  const { skipped, unreadable } = WORDS[locale];
  return missing.map(({ document, file, cause }) =>
    cause === null
      ? skipped(document, sourceDir)
      : unreadable(document, join(sourceDir, file), reasonOf(cause)[locale]),
  );
}

/** Rules of the reading itself: when they fail, the others have nothing to work on. */
const EARLY = new Set(['readable', 'encoding', 'json', 'invisible-characters', 'structure']);

function totals({ findings }: Loaded, locale: Locale): string {
  return WORDS[locale].totals(countOf(findings, 'error'), countOf(findings, 'warning'));
}

const it = {
  figures: (dates: string) => `Cifre per data: ${dates}.`,
  records: (axes: number, initiatives: number, indicators: number) =>
    `Assi: ${axes}; iniziative: ${initiatives}; indicatori: ${indicators}.`,
  draft: (date: string, left: number) =>
    `Bozza del ${date}, da cui il bot non risponde: restano da confermare ${left} voci.`,
  ranked: (date: string, documents: readonly string[]) => `Fonti del ${date}: ${documents.join(', ')}.`,
  agreements: (count: number) => `Cifre su cui due documenti concordano: ${count}.`,
  compared: (document: string) => `${document}: cifre confrontate con il testo del documento.`,
  skipped: (document: string, dir: string) =>
    `${document}: testo del documento non trovato in ${dir} (SOURCE_DIR), confronto saltato.`,
  unreadable: (document: string, path: string, why: string) =>
    `${document}: il testo del documento (${path}) non si può leggere: ${why}; confronto saltato.`,
  warnings: 'Avvisi: da guardare, ma da soli non impediscono di usare i dati.',
  early: 'Le altre regole si applicano quando questi errori sono corretti.',
  totals: (errors: number, warnings: number) => `Errori: ${errors}; avvisi: ${warnings}.`,
};

const en: typeof it = {
  figures: (dates) => `Figures by date: ${dates}.`,
  records: (axes, initiatives, indicators) =>
    `Axes: ${axes}; initiatives: ${initiatives}; indicators: ${indicators}.`,
  draft: (date, left) =>
    `Draft of ${date}, from which the bot does not answer: ${left} items left to confirm.`,
  ranked: (date, documents) => `Sources of ${date}: ${documents.join(', ')}.`,
  agreements: (count) => `Figures on which two documents agree: ${count}.`,
  compared: (document) => `${document}: figures compared with the text of the document.`,
  skipped: (document, dir) =>
    `${document}: no text of the document in ${dir} (SOURCE_DIR), comparison skipped.`,
  unreadable: (document, path, why) =>
    `${document}: the text of the document (${path}) cannot be read: ${why}; comparison skipped.`,
  warnings: 'Warnings: to be looked at, but alone they do not keep the data from being used.',
  early: 'The other rules apply once these errors are corrected.',
  totals: (errors, warnings) => `Errors: ${errors}; warnings: ${warnings}.`,
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
