import { moment } from '../../locale/format.ts';
import type { Locale } from '../../model/locale.ts';
import type { Report } from './report.ts';

/** A report as people read it: a heading, then a line each for answer, request, figures with their source, and when. */
export function reportText(report: Report, locale: Locale) {
  const say = WORDS[locale];
  const { question, title, answer, requests, figures, first, last, times, version } = report;
  const at = moment(new Date(last), locale);
  const since = moment(new Date(first), locale);
  return {
    heading: question ?? title,
    lines: [
      `${say.answered}: ${title} – ${answer}`,
      ...requests.map(({ command, options }) => `${say.request}: ${[command, ...pairs(options)].join(' ')}`),
      ...figures.map(
        ({ subject, measure, asOf, printed, document, page }) =>
          `${say.figure}: ${subject} ${measure} ${asOf}: «${printed}» – ${document}, ${page}`,
      ),
      `${times === 1 ? say.once(at) : say.times(times, since, at)} · ${say.version} ${version}`,
    ],
  };
}

export const noReports = (locale: Locale) => WORDS[locale].none;
export const reportCount = (count: number, locale: Locale) => WORDS[locale].count(count);

function pairs(options: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(options).map(([name, value]) => `${name}:${value}`);
}

const it = {
  answered: 'Risposta',
  request: 'Richiesta',
  figure: 'Cifra e fonte',
  version: 'versione dei dati',
  once: (at: string) => `Segnalata una volta, il ${at}`,
  times: (times: number, since: string, at: string) => `Segnalata ${times} volte, dal ${since} al ${at}`,
  none: 'Nessuna segnalazione.',
  count: (count: number) => (count === 1 ? 'Una risposta segnalata' : `${count} risposte segnalate`),
};

const en: typeof it = {
  answered: 'Answer',
  request: 'Request',
  figure: 'Figure and source',
  version: 'version of the data',
  once: (at) => `Reported once, on ${at}`,
  times: (times, since, at) => `Reported ${times} times, from ${since} to ${at}`,
  none: 'No reports.',
  count: (count) => (count === 1 ? 'One answer reported' : `${count} answers reported`),
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;
