import { formatFolder } from '../edit/formatFolder.ts';
import { editing, finish } from '../start/editing.ts';

const { values, positionals, config, said } = editing(
  { check: { type: 'boolean', default: false } },
  {
    usage: {
      it: 'npm run format:data -- [--check] [--locale it|en] [CARTELLA]',
      en: 'npm run format:data -- [--check] [--locale it|en] [FOLDER]',
    },
    atMost: 1,
  },
);
finish(
  await formatFolder({ dir: positionals[0] ?? config.dataDir, check: values.check === true, locale: said }),
);
