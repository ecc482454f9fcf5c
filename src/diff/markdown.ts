import type { Locale } from '../model/locale.ts';
import { plainText } from '../render/markdown.ts';
import type { Diff } from './changes.ts';
import { type Section, sectionsOf } from './sections.ts';
import { diffWords } from './words.ts';

/** A diff for the description of a pull request: a table for each date, a list for all else. */
export function diffMarkdown(diff: Diff, locale: Locale): string {
  const parts = sectionsOf(diff, locale).flatMap((section) => sectionParts(section, locale));
  return parts.length > 0 ? parts.join('\n\n') : diffWords[locale].nothing;
}

function sectionParts(section: Section, locale: Locale): readonly string[] {
  const { heading, figures, items, onlyOld, total } = section;
  const [onlyHeading = '', ...onlyLines] = onlyOld ?? [];
  const list = items.flatMap(([head, ...below]) => [
    `- ${escaped(head)}`,
    ...below.map((line) => `  - ${escaped(line)}`),
  ]);
  const parts = [
    `### ${heading}`,
    figures.length > 0 ? table(figures, locale) : '',
    list.join('\n'),
    onlyHeading,
    onlyLines.map((line) => `- ${escaped(line)}`).join('\n'),
    total ?? '',
  ];
  return parts.filter((part) => part !== '');
}

/** Rows of one subject stand together; the subject is named in the first of them. */
function table(figures: Section['figures'], locale: Locale): string {
  const rows = figures.map(({ id, subject, measure, restated, before, after, difference }, at) => {
    const cells = [[measure, ...restated].join('; '), before ?? '–', after ?? '–', difference];
    const isFirst = figures[at - 1]?.id !== id;
    return [isFirst ? `**${escaped(subject)}**` : '', ...cells.map(escaped)];
  });
  return [['', ...diffWords[locale].columns], ['---', '---', '---:', '---:', '---:'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** On one line, and read by GitHub as it stands: no markup, no table cell too many, nobody mentioned. */
function escaped(text: string): string {
  return plainText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_~|[\]<>#]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b');
}
