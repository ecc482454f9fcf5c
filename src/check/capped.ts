import { countOf, type Finding, fileFinding } from '../model/finding.ts';
import { grouped } from '../model/grouped.ts';
import type { Bilingual } from '../model/schema.ts';

/** Errors that are told of one file, and as many warnings: a file of 8 MB can have millions, and nobody reads them. */
export const MOST_OF_A_FILE = 200;

/** So many of each file, and one that stands for all the others of it. */
export function capped(findings: readonly Finding[]): readonly Finding[] {
  const files = grouped(findings, ({ file }) => file);
  return [...files].flatMap(([file, own]) => {
    const told = [...firstOf(own, 'error'), ...firstOf(own, 'warning')];
    if (told.length === own.length) return own;
    const kept = new Set(told);
    return [
      ...own.filter((finding) => kept.has(finding)),
      ...others(file, 'error', countOf(own, 'error') - countOf(told, 'error')),
      ...others(file, 'warning', countOf(own, 'warning') - countOf(told, 'warning')),
    ];
  });
}

function firstOf(findings: readonly Finding[], severity: Finding['severity']): readonly Finding[] {
  const single = findings.filter((each) => each.severity === severity && each.standsFor === undefined);
  return single.slice(0, MOST_OF_A_FILE);
}

/** What stands for findings that are told no more one by one; nothing where there are none. */
export function others(file: string, severity: Finding['severity'], count: number): readonly Finding[] {
  if (count === 0) return [];
  const finding = fileFinding(file, 'others', OTHERS[severity](count), ADVICE[severity], severity);
  return [{ ...finding, standsFor: count }];
}

const OTHERS: Readonly<Record<Finding['severity'], (count: number) => Bilingual>> = {
  error: (count) => ({
    it: `Il file ha altri errori, non elencati qui: ${count}.`,
    en: `The file has other errors, not listed here: ${count}.`,
  }),
  warning: (count) => ({
    it: `Il file ha altri avvisi, non elencati qui: ${count}.`,
    en: `The file has other warnings, not listed here: ${count}.`,
  }),
};

const ADVICE: Readonly<Record<Finding['severity'], Bilingual>> = {
  error: {
    it: 'Correggere prima quelli elencati: spesso hanno una causa sola.',
    en: 'Correct the ones listed first: often they have a single cause.',
  },
  warning: {
    it: 'Guardare prima quelli elencati: spesso hanno una causa sola.',
    en: 'Look at the ones listed first: often they have a single cause.',
  },
};
