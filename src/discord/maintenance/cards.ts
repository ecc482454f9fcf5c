import type { Card, CardField, Tone } from '../../card.ts';
import { moment } from '../../locale/format.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Dataset } from '../../programme/dataset.ts';
import { countOf, type Finding, printFinding } from '../../programme/finding.ts';
import type { HistoryEntry } from '../../store/history.ts';
import type { StoredVersion } from '../../store/versions.ts';
import { differences } from '../../upkeep/differences.ts';
import type { Reviewed } from '../../upkeep/upkeep.ts';
import type { OutFile } from '../outgoing.ts';
import type { VersionChoice } from './edited.ts';
import { maintenanceWords } from './words.ts';

/** A card, and all that it says as a file where it does not show everything. */
export type Told = { readonly card: Card; readonly files: readonly OutFile[] };

type Section = { readonly name: string; readonly lines: readonly string[]; readonly most: number };

const MOST_FINDINGS = 5;
const MOST_DIFFERENCES = 12;

/** What is wrong with a dataset with an uploaded file in it, or what the file would change. */
export function reviewTold(reviewed: Reviewed, locale: Locale, note: string): Told {
  const words = maintenanceWords[locale];
  const { file, findings, before, after, left } = reviewed;
  const of = (severity: Finding['severity']) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => printFinding(finding, locale));
  const [errors, warnings] = [of('error'), of('warning')];
  const title = words.reviewOf(file ?? words.unknownFile);
  const wrong = { name: words.toCorrect, lines: errors, most: MOST_FINDINGS };
  const doubtful = { name: words.warnings, lines: warnings, most: MOST_FINDINGS };
  if (!after)
    return told('below', title, words.errors(countOf(findings, 'error')), [wrong, doubtful], [], locale);
  const same = before.version === after.version;
  const changes = changing(before, after, locale);
  const headline = same ? words.same : words.fine(changes.count);
  const sections = same ? [doubtful] : [changes, doubtful];
  const notes = [...(left > 0 ? [words.draft(left)] : []), ...(same ? [] : [note])];
  return told('reached', title, headline, sections, notes, locale);
}

/** What going back to a version would change. */
export function rollbackTold(before: Dataset, after: Dataset, locale: Locale): Told {
  const words = maintenanceWords[locale];
  const changes = changing(before, after, locale);
  const title = words.rollbackTo(after.version);
  return told('plain', title, words.fine(changes.count), [changes], [words.confirmNote], locale);
}

export function appliedCard({ action, from, to, by, files }: HistoryEntry, locale: Locale): Card {
  const words = maintenanceWords[locale];
  return {
    tone: 'reached',
    title: action === 'rollback' ? words.rolledBack : words.updated,
    headline: words.fromTo(from ?? '–', to),
    fields: [{ name: words.files, lines: files, short: false }],
    notes: [words.signed(by)],
    footer: '',
  };
}

/** One line each: when it was put in place, what it holds, by whom. */
export function versionChoices(versions: readonly StoredVersion[], locale: Locale): readonly VersionChoice[] {
  const words = maintenanceWords[locale];
  return versions.map(({ version, at, by, dates }) => ({
    value: version,
    label: words.version(moment(at, locale), version),
    description: [by ?? words.byHand, words.upTo(dates.at(-1) ?? '–')].join(' · '),
  }));
}

function changing(before: Dataset, after: Dataset, locale: Locale): Section & { readonly count: number } {
  const words = maintenanceWords[locale];
  const { lines, count } = differences(before, after, locale);
  return {
    name: words.differences,
    lines: lines.length === 0 ? [words.noDifferences] : lines,
    most: MOST_DIFFERENCES,
    count,
  };
}

function told(
  tone: Tone,
  title: string,
  headline: string,
  sections: readonly Section[],
  notes: readonly string[],
  locale: Locale,
): Told {
  const filled = sections.filter(({ lines }) => lines.length > 0);
  const fields = filled.map((section) => shown(section, locale));
  const whole = filled.every(({ lines, most }) => lines.length <= most);
  const report = [title, headline, ...filled.flatMap(({ name, lines }) => [`\n${name}`, ...lines])].join(
    '\n',
  );
  const files = whole ? [] : [{ name: maintenanceWords[locale].report, data: `${report}\n` }];
  return { card: { tone, title, headline, fields, notes, footer: '' }, files };
}

function shown({ name, lines, most }: Section, locale: Locale): CardField {
  const others = lines.length - most;
  const rest = others > 0 ? [maintenanceWords[locale].more(others)] : [];
  return { name, lines: [...lines.slice(0, most), ...rest], short: false };
}
