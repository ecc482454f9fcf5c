import type { Card } from '../../cards/card.ts';
import { moment } from '../../locale/format.ts';
import { differences } from '../../maintenance/differences.ts';
import type { Reviewed } from '../../maintenance/review.ts';
import type { StoredVersion } from '../../maintenance/store/versions.ts';
import type { Comparison, Confirmed } from '../../maintenance/upkeep.ts';
import type { Dataset } from '../../model/dataset.ts';
import { countOf, type Finding, printFinding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import type { VersionChoice } from './edited.ts';
import { type Section, type Told, told } from './told.ts';
import { maintenanceWords } from './words.ts';

type Compared = Exclude<Comparison, { readonly ok: false }>;
type Made = Extract<Confirmed, { readonly ok: true }>;

const MOST_FINDINGS = 5;
const MOST_DIFFERENCES = 12;

/** What is wrong with a dataset with an uploaded file in it, or what the file would change. */
export function reviewTold(reviewed: Reviewed, locale: Locale, note: string): Told {
  const words = maintenanceWords[locale];
  const { file, findings, before, after, left, same } = reviewed;
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
  const changes = changing(before, after, locale);
  const headline = same ? words.same : words.fine(changes.count);
  const sections = same ? [doubtful] : [changes, doubtful];
  const notes = [
    ...(left > 0 ? [words.draft(left)] : []),
    ...(same ? [] : [...mending(reviewed, locale), note]),
  ];
  return told('reached', title, headline, sections, notes, locale);
}

/** What going back to a version would change. */
export function rollbackTold(compared: Compared, locale: Locale): Told {
  const words = maintenanceWords[locale];
  const { before, after } = compared;
  const changes = changing(before, after, locale);
  const title = words.rollbackTo(after.version);
  return told(
    'plain',
    title,
    words.fine(changes.count),
    [changes],
    [...mending(compared, locale), words.confirmNote],
    locale,
  );
}

/** What is compared is what answers; the folder may hold something else, which goes as well. */
function mending({ base, before }: Pick<Compared, 'base' | 'before'>, locale: Locale): readonly string[] {
  return base === before.version ? [] : [maintenanceWords[locale].folderDiffers];
}

export function appliedCard({ entry, answers }: Made, locale: Locale): Card {
  const words = maintenanceWords[locale];
  const { action, from, to, by, files } = entry;
  return {
    tone: answers ? 'reached' : 'below',
    title: action === 'rollback' ? words.rolledBack : words.updated,
    headline: words.fromTo(from ?? '–', to),
    fields: [{ name: words.files, lines: files, short: false }],
    notes: [...(answers ? [] : [words.notLoaded]), words.signed(by)],
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
    lines: lines.length === 0 && before.version !== after.version ? [words.noDifferences] : lines,
    most: MOST_DIFFERENCES,
    count,
  };
}
