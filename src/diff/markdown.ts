import { day, signed } from '../locale/format.ts';
import type { Locale } from '../model/locale.ts';
import { plainText } from '../render/markdown.ts';
import type { DateDiff, Diff, FigureChange } from './diff.ts';
import {
  dateHeading,
  onlyOldLines,
  otherLines,
  recordLines,
  restatedText,
  said,
  sinceWhen,
  subjectLabel,
  toldApart,
} from './lines.ts';
import { diffWords, spokenMeasure } from './words.ts';

/** A diff for the description of a pull request: a table for each date, a list for all else. */
export function diffMarkdown(diff: Diff, locale: Locale): string {
  const parts = [...records(diff, locale), ...diff.dates.flatMap((date) => datePart(date, diff, locale))];
  return parts.length === 0 ? diffWords[locale].nothing : parts.join('\n\n');
}

function records({ records }: Diff, locale: Locale): readonly string[] {
  const items = records.flatMap((change) => {
    const [head, ...fields] = recordLines(change, locale);
    return [`- ${escaped(head)}`, ...fields.map((field) => `  - ${escaped(field)}`)];
  });
  return items.length === 0 ? [] : [`### ${diffWords[locale].records}`, items.join('\n')];
}

function datePart(date: DateDiff, diff: Diff, locale: Locale): readonly string[] {
  const words = diffWords[locale];
  const { told, gone } = toldApart(date);
  const only = onlyOldLines(date, diff.old.programme, locale).map((line) => `- ${escaped(line)}`);
  const others = otherLines(date, diff, locale).map((line) => `- ${escaped(line)}`);
  return [
    `### ${dateHeading(date, locale)}`,
    ...(told.length > 0 ? [table(told, date, diff, locale)] : []),
    ...(others.length > 0 ? [others.join('\n')] : []),
    ...(only.length > 0
      ? [words.onlyOld(day(date.from ?? date.to, locale), gone.length), only.join('\n')]
      : []),
    date.kind === 'gone' ? words.figures(date.unchanged) : words.unchanged(date.unchanged),
  ];
}

/** Rows of one subject stand together; it is named in the first of them. */
function table(told: readonly FigureChange[], date: DateDiff, diff: Diff, locale: Locale): string {
  const head = diffWords[locale].columns;
  const rows = told.map((change, at) => {
    const named = told[at - 1]?.subject.id !== change.subject.id;
    const subject = named ? `**${escaped(subjectLabel(diff.new.programme, change.subject, locale))}**` : '';
    return [subject, ...cells(change, date, locale).map(escaped)];
  });
  return [['', ...head], ['---', '---', '---:', '---:', '---:'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function cells(
  { measure, before, after, difference, restated }: FigureChange,
  date: DateDiff,
  locale: Locale,
): readonly string[] {
  const by = difference === null ? '' : difference.units === 0n ? '=' : signed(difference, locale);
  return [
    [spokenMeasure(measure, locale), ...restated.map((one) => restatedText(one, locale))].join('; '),
    before === null ? '–' : `${said(before, locale)}${sinceWhen(before, date, locale)}`,
    after === null ? '–' : said(after, locale),
    by,
  ];
}

/** On one line, and read by GitHub as it stands: no markup, no table cell too many, nobody mentioned. */
function escaped(text: string): string {
  return plainText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_~|[\]<>#]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b');
}
