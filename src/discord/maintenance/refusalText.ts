import { day } from '../../locale/format.ts';
import { countOf, type Finding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import { cut, MESSAGE } from '../../render/limits.ts';
import { oneLine } from '../../render/markdown.ts';

/** Files that a running bot refused; `date` is the newest one of the dataset that goes on answering. */
export type RefusedFiles = {
  readonly version: string;
  readonly findings: readonly Finding[];
  readonly date: string;
};

const MOST_SHOWN = 3;
/** Three of them, with what stands around them, are a message. */
const LONGEST_LINE = 450;

/** What a maintainer is told: that the newest files do not answer, the first errors, and where to see the others. */
export function refusalText({ findings, date }: RefusedFiles, locale: Locale): string {
  const words = WORDS[locale];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const shown = errors.slice(0, MOST_SHOWN);
  const others = countOf(errors, 'error') - countOf(shown, 'error');
  const lines = [
    words.refused(countOf(errors, 'error'), day(date, locale)),
    ...shown.map((finding) => `• ${cut(oneLine(findingText(finding, locale)), LONGEST_LINE)}`),
    ...(others > 0 ? [words.others(others)] : []),
    words.where,
  ];
  return cut(lines.join('\n'), MESSAGE.content);
}

function findingText({ file, line, record, message, advice }: Finding, locale: Locale): string {
  const place = line === null ? file : `${file}:${line}`;
  const about = record === null ? '' : `${record[locale]}: `;
  return `${place} – ${about}${message[locale]} → ${advice[locale]}`;
}

const it = {
  refused: (errors: number, date: string) =>
    `**I dati non sono aggiornati.** I file sono cambiati ma hanno ${errors === 1 ? 'un errore' : `${errors} errori`}: il bot risponde ancora dagli ultimi dati validi (al ${date}).`,
  others: (count: number) => `… e ${count === 1 ? 'un altro errore' : `altri ${count} errori`}.`,
  where: 'Come stanno i dati: `/dati stato`. Tutti gli errori: `npm run check:data`.',
};

const en: typeof it = {
  refused: (errors, date) =>
    `**The data are not up to date.** The files have changed but have ${errors === 1 ? 'one error' : `${errors} errors`}: the bot still answers from the last good data (at ${date}).`,
  others: (count) => `… and ${count === 1 ? 'one more error' : `${count} more errors`}.`,
  where: 'How the data stand: `/dataset status`. All the errors: `npm run check:data`.',
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
