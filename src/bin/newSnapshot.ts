import { newSnapshot } from '../edit/newSnapshot.ts';
import { editing, finish } from '../start/editing.ts';

const usage = {
  it: 'npm run new:snapshot -- [--locale it|en] DATA',
  en: 'npm run new:snapshot -- [--locale it|en] DATE',
};
const { positionals, config, said: locale } = editing({}, { usage, atLeast: 1, atMost: 1 });
const { dataDir: dir, sourceDir } = config;
finish(await newSnapshot({ date: positionals[0] ?? '', dir, sourceDir, locale }));
