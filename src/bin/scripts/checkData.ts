import { relative, resolve } from 'node:path';
import { loadFiles } from '../../load/load.ts';
import { readFolder } from '../../load/read.ts';
import { report } from '../../load/report.ts';
import { reportJson } from '../../load/reportJson.ts';
import { unguardedIn } from '../../load/unguarded.ts';
import { unguardedJson, unguardedText } from '../../load/unguardedReport.ts';
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
    unguarded: {
      text: {
        it: 'elenca le cifre di cui nessuna regola coglierebbe un errore, da rileggere in due',
        en: 'lists the figures of which no rule would catch a mistake, for two people to read aloud',
      },
    },
  },
  async run({ config: { dataDir, sourceDir }, locale, args: [dir = dataDir], options }) {
    const { json, strict } = options;
    const raw = await readFolder(dir);
    const loaded = await loadFiles(raw, { sourceDir });
    const left = loaded.ok && options.unguarded ? await unguardedIn(raw, { sourceDir }) : null;
    const folder = shown(dir);
    printLine(
      json
        ? JSON.stringify({ ...reportJson(loaded, locale, folder), ...unguardedJson(left, locale) }, null, 2)
        : [report(loaded, locale, { folder, sourceDir }), ...unguardedText(left, locale)].join('\n\n'),
    );
    return loaded.ok && !(strict && loaded.findings.length > 0) ? 0 : 1;
  },
});

/** A folder relative to the working directory, or absolute outside it, so that paths are clickable in a terminal. */
export function shown(dir: string): string {
  const near = relative('', dir);
  return near.startsWith('..') ? resolve(dir) : near;
}
