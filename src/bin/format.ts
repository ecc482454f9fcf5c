import { formatFolder } from '../maintenance/form/formatFolder.ts';
import { alone } from '../start/alone.ts';
import { conclude, editing } from '../start/editing.ts';

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
const wish = { dir: positionals[0] ?? config.dataDir, check: values.check === true, locale: said };
const format = () => formatFolder(wish);
conclude(await (wish.check ? format() : alone(wish.dir, said, format)));
