import type { Locale } from '../model/locale.ts';
import type { Diff } from './changes.ts';
import { type Section, sectionsOf } from './sections.ts';
import { diffWords } from './words.ts';

/** A diff as a person would tell it, date by date and subject by subject. */
export function diffText(diff: Diff, locale: Locale): string {
  const sections = sectionsOf(diff, locale);
  return sections.length > 0 ? sections.map(sectionText).join('\n\n') : diffWords[locale].nothing;
}

function sectionText({ heading, figures, items, onlyOld, total }: Section): string {
  const [onlyHeading, ...onlyLines] = onlyOld ?? [];
  const lines = [
    ...figures.map(({ subject, measure, movement, restated }) =>
      [`${subject}: ${measure} ${movement}`, ...restated].join('; '),
    ),
    ...items.flatMap(([head, ...below]) => [head, ...indented(below)]),
    ...(onlyOld ? [`${onlyHeading}:`, ...indented(onlyLines)] : []),
    ...(total === null ? [] : [total]),
  ];
  return [heading, ...indented(lines)].join('\n');
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);
