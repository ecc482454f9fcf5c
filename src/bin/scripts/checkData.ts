import { relative, resolve } from 'node:path';
import { loadDataset } from '../../load/load.ts';
import { report } from '../../load/report.ts';
import { reportJson } from '../../load/reportJson.ts';
import { printLine } from '../../terminal/output.ts';
import { script } from '../script.ts';

export default script({
  text: {
    it: 'controlla un dataset e dice tutto ciò che non va',
    en: 'checks a dataset and says everything that is wrong',
  },
  args: { it: '[CARTELLA]', en: '[FOLDER]' },
  options: {
    json: { text: { it: 'un documento JSON', en: 'one JSON document' } },
    strict: { text: { it: 'anche gli avvisi contano', en: 'warnings count, too' } },
  },
  async run({ config: { dataDir, sourceDir }, locale, args: [dir = dataDir], options: { json, strict } }) {
    const loaded = await loadDataset(dir, { sourceDir });
    const folder = shown(dir);
    printLine(
      json
        ? JSON.stringify(reportJson(loaded, locale, folder), null, 2)
        : report(loaded, locale, { folder, sourceDir }),
    );
    return loaded.ok && !(strict && loaded.findings.length > 0) ? 0 : 1;
  },
});

/** A folder relative to the working directory, or absolute outside it, so that paths are clickable in a terminal. */
export function shown(dir: string): string {
  const near = relative('', dir);
  return near.startsWith('..') ? resolve(dir) : near;
}
