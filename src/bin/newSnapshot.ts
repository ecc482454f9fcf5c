import { newSnapshot } from '../maintenance/form/newSnapshot.ts';
import { alone } from '../start/alone.ts';
import { conclude, editing } from '../start/editing.ts';

const usage = {
  it: 'npm run new:snapshot -- [--locale it|en] DATA',
  en: 'npm run new:snapshot -- [--locale it|en] DATE',
};
const { positionals, config, said: locale } = editing({}, { usage, atLeast: 1, atMost: 1 });
const { dataDir: dir, sourceDir } = config;
const wish = { date: positionals[0] ?? '', dir, sourceDir, locale };
conclude(await alone(dir, locale, () => newSnapshot(wish)));
