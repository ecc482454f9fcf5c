import { importSheet } from '../maintenance/sheet/importSheet.ts';
import { alone } from '../start/alone.ts';
import { agreement, conclude, editing } from '../start/editing.ts';

const { values, positionals, config, said } = editing(
  { date: { type: 'string' }, yes: { type: 'boolean', default: false } },
  {
    usage: {
      it: 'npm run import:csv -- [--locale it|en] [--date DATA] [--yes] FILE',
      en: 'npm run import:csv -- [--locale it|en] [--date DATE] [--yes] FILE',
    },
    atLeast: 1,
    atMost: 1,
  },
);
const { dataDir: dir, sourceDir } = config;
conclude(
  await importSheet({
    file: positionals[0] ?? '',
    date: typeof values.date === 'string' ? values.date : undefined,
    dir,
    sourceDir,
    locale: said,
    print: (lines) => conclude({ status: 0, lines }),
    agrees: agreement(values.yes === true),
    alone: (write) => alone(dir, said, write),
  }),
);
