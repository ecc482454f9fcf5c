import { countOf, type Finding, fileFinding } from '../model/finding.ts';
import { grouped } from '../model/grouped.ts';
import type { Bilingual } from '../model/schema.ts';

/** Errors that are told of one file, and as many warnings: a file of 8 MB can have millions, and nobody reads them. */
export const MOST_OF_A_FILE = 200;

/** So many of each file, and one that stands for all the others of it. */
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

/** What stands for findings that are told no more one by one; nothing where there are none. */
export function others(file: string, severity: Finding['severity'], count: number): readonly Finding[] {
  if (count === 0) return [];
  const { it, en } = NAMES[severity];
  const finding = fileFinding(
    file,
    'others',
    {
      it: `Il file ha altri ${it}, non elencati qui: ${count}.`,
      en: `The file has other ${en}, not listed here: ${count}.`,
    },
    ADVICE[severity],
    severity,
  );
  return [{ ...finding, standsFor: count }];
}

const NAMES = {
  error: { it: 'errori', en: 'errors' },
  warning: { it: 'avvisi', en: 'warnings' },
} as const satisfies Record<Finding['severity'], Bilingual>;

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
