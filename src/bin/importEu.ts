import { importEu } from '../import/run.ts';
import { editing, finish } from '../start/editing.ts';

const { values, positionals, config, said } = editing(
  { 'dry-run': { type: 'boolean', default: false } },
  {
    usage: {
      it: 'npm run import:eu -- [--dry-run] [--locale it|en] FILE.csv…',
      en: 'npm run import:eu -- [--dry-run] [--locale it|en] FILE.csv…',
    },
    atLeast: 1,
    atMost: Number.POSITIVE_INFINITY,
  },
);
const { dataDir, sourceDir } = config;
finish(
  await importEu({
    files: positionals,
    dryRun: values['dry-run'] === true,
    dataDir,
    sourceDir,
    locale: said,
  }),
);
