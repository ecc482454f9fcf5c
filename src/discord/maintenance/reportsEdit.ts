import type { Report } from '../../maintenance/reports/report.ts';
import { noReports, reportCount, reportText } from '../../maintenance/reports/text.ts';
import type { Locale } from '../../model/locale.ts';
import { cut, EMBED } from '../../render/limits.ts';
import { cardEdit, type Edit, lineEdit } from './edits.ts';
import { maintenanceWords } from './words.ts';

/** As many as can be read on a screen. */
const MOST_SHOWN = 5;
/** With five reports far below the 6000 characters that Discord takes. */
const LONGEST_LINE = 180;

/** The answers that people reported, the last ones on a card; all of them in a file where there are more. */
export function reportsEdit(reports: readonly Report[], locale: Locale): Edit {
  if (reports.length === 0) return lineEdit(noReports(locale));
  const { reportsTitle: title, moreReports, reportsFile: name } = maintenanceWords[locale];
  const texts = reports.map((report) => reportText(report, locale));
  const fields = texts.slice(0, MOST_SHOWN).map(({ heading, lines }) => ({
    name: cut(heading, EMBED.fieldName),
    lines: lines.map((line) => cut(line, LONGEST_LINE)),
    short: false,
  }));
  const isWhole = reports.length <= MOST_SHOWN;
  const notes = isWhole ? [] : [moreReports(MOST_SHOWN)];
  const headline = reportCount(reports.length, locale);
  const data = texts.map(({ heading, lines }) => [heading, ...lines].join('\n')).join('\n\n');
  const files = isWhole ? [] : [{ name, data: `${data}\n` }];
  return cardEdit({ tone: 'plain', title, headline, fields, notes, footer: '' }, [], files);
}
