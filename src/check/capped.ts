import { countOf, type Finding } from '../model/finding.ts';
import { grouped } from '../model/grouped.ts';
import { foundInFile } from './found.ts';
import type { Words } from './place.ts';

/** How many errors of a file are listed, and how many warnings: a file of 8 MB can have millions, which nobody reads. */
export const MOST_OF_A_FILE = 200;

/** The first findings of each file, and one more that stands for the others of that file. */
export function capped(findings: readonly Finding[]): readonly Finding[] {
  return [...grouped(findings, ({ file }) => file)].flatMap(([file, own]) => {
    const listed = SEVERITIES.flatMap((severity) =>
      own
        .filter((each) => each.severity === severity && each.standsFor === undefined)
        .slice(0, MOST_OF_A_FILE),
    );
    if (listed.length === own.length) return own;
    const left = (severity: Finding['severity']) => countOf(own, severity) - countOf(listed, severity);
    return [
      ...own.filter((each) => listed.includes(each)),
      ...SEVERITIES.flatMap((severity) => others(file, severity, left(severity))),
    ];
  });
}

const SEVERITIES = ['error', 'warning'] as const;

/** The one finding that stands for all those that are not listed; nothing where there are none. */
export function others(file: string, severity: Finding['severity'], count: number): readonly Finding[] {
  if (count === 0) return [];
  const finding = foundInFile(file, { id: 'others', severity }, WORDS[severity](count));
  return [{ ...finding, standsFor: count }];
}

const WORDS: Readonly<Record<Finding['severity'], (count: number) => Words>> = {
  error: (count) => ({
    it: `Il file ha altri errori, non elencati qui: ${count}.`,
    en: `The file has other errors, not listed here: ${count}.`,
    adviceIt: 'Correggere prima quelli elencati: spesso hanno una causa sola.',
    adviceEn: 'Correct the ones listed first: often they have a single cause.',
  }),
  warning: (count) => ({
    it: `Il file ha altri avvisi, non elencati qui: ${count}.`,
    en: `The file has other warnings, not listed here: ${count}.`,
    adviceIt: 'Guardare prima quelli elencati: spesso hanno una causa sola.',
    adviceEn: 'Look at the ones listed first: often they have a single cause.',
  }),
};
