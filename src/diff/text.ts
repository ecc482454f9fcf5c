import { day } from '../locale/format.ts';
import type { Locale } from '../model/locale.ts';
import type { DateDiff, Diff } from './diff.ts';
import { dateHeading, figureLine, onlyOldLines, otherLines, recordLines, toldApart } from './lines.ts';
import { diffWords } from './words.ts';

/** A diff as a person would tell it, date by date and subject by subject. */
export function diffText(diff: Diff, locale: Locale): string {
  const parts = [...records(diff, locale), ...diff.dates.map((date) => dateText(date, diff, locale))];
  return parts.length === 0 ? diffWords[locale].nothing : parts.join('\n\n');
}

function records({ records }: Diff, locale: Locale): readonly string[] {
  const lines = records.flatMap((change) => {
    const [head, ...fields] = recordLines(change, locale);
    return [`  ${head}`, ...fields.map((field) => `    ${field}`)];
  });
  return lines.length === 0 ? [] : [[diffWords[locale].records, ...lines].join('\n')];
}

function dateText(date: DateDiff, diff: Diff, locale: Locale): string {
  const words = diffWords[locale];
  const { programme } = date.kind === 'gone' ? diff.old : diff.new;
  const { told, gone } = toldApart(date);
  const only = gone.length === 0 ? [] : onlyOldLines(date, diff.old.programme, locale);
  const lines = [
    ...told.map((change) => figureLine(change, date, programme, locale)),
    ...otherLines(date, diff, locale),
    ...(only.length === 0 ? [] : [`${words.onlyOld(day(date.from ?? date.to, locale), gone.length)}:`]),
    ...only.map((line) => `  ${line}`),
    date.kind === 'gone' ? words.figures(date.unchanged) : words.unchanged(date.unchanged),
  ];
  return [dateHeading(date, locale), ...lines.map((line) => `  ${line}`)].join('\n');
}
