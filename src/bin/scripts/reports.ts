import { openReports } from '../../maintenance/reports/reports.ts';
import { noReports, reportText } from '../../maintenance/reports/text.ts';
import { printLine } from '../../terminal/output.ts';
import { printError } from '../print.ts';
import { script } from '../script.ts';

export default script({
  text: { it: 'elenca le risposte segnalate come dubbie', en: 'lists the answers that people reported' },
  options: { json: { text: { it: 'un oggetto JSON per riga', en: 'one JSON object a line' } } },
  async run({ config: { dataDir }, locale, options: { json = false } }) {
    const list = openReports(dataDir).list(new Date());
    const reports = await list.catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
    if (typeof reports === 'string') return printError(WORDS[locale](dataDir, reports), 1);
    if (reports.length === 0 && !json) printLine(noReports(locale));
    for (const report of reports) {
      const { heading, lines } = reportText(report, locale);
      printLine(
        json ? JSON.stringify(report) : [heading, ...lines.map((line) => `  ${line}`), ''].join('\n'),
      );
    }
    return 0;
  },
});

const WORDS = {
  it: (dir: string, code: string) => `Le segnalazioni di ${dir} non si possono leggere (${code}).`,
  en: (dir: string, code: string) => `The reports of ${dir} cannot be read (${code}).`,
};
