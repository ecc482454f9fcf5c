import { exportSheet } from '../maintenance/sheet/exportSheet.ts';
import { conclude, editing } from '../start/editing.ts';

const { values, positionals, config, said } = editing(
  { out: { type: 'string' } },
  {
    usage: {
      it: 'npm run export:csv -- [--locale it|en] [--out FILE] [DATA]',
      en: 'npm run export:csv -- [--locale it|en] [--out FILE] [DATE]',
    },
    atMost: 1,
  },
);
const { dataDir: dir, sourceDir } = config;
conclude(
  await exportSheet({
    date: positionals[0],
    out: typeof values.out === 'string' ? values.out : undefined,
    dir,
    sourceDir,
    locale: said,
  }),
);
