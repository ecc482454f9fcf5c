import { fileURLToPath } from 'node:url';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { Reply } from '../../src/desk/reply.ts';
import { loadDataset } from '../../src/load/load.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { Request } from '../../src/model/request.ts';
import { dataset as first } from '../desk.ts';
import { FIELD_WORDS, namedIn, namedInAny, namesOf } from '../project/names.ts';

/**
 * An invented programme: three axes with ids and numerals of their own, lettered priorities, one date, nothing certified
 * or activated by axis, an axis with euros alone, pages for slides, and initiatives called like ordinary words.
 */
export const DATA = fileURLToPath(new URL('./data', import.meta.url));
export const SOURCE = fileURLToPath(new URL('./source', import.meta.url));

const [loaded, catalogue] = await Promise.all([loadDataset(DATA, { sourceDir: SOURCE }), loadCatalogue()]);
if (!loaded.ok)
  throw new Error('the second dataset has findings: npm run check:data -- tests/secondProgramme/data');

export const { findings, compared, dataset } = loaded;
export const desk = openDesk(dataset, catalogue);

export function asked(question: string, locale: Locale, previous: Request | null = null): Reply {
  return ask(desk, { command: 'ask', options: { question }, locale }, previous);
}

const shared = new Set([
  ...FIELD_WORDS,
  ...namedIn(namesOf(first.programme), JSON.stringify(dataset.programme)),
]);
const foreign = [...namesOf(first.programme)].filter((name) => !shared.has(name));
/** Ids that requests and buttons carry, whatever the programme calls the measure. */
const CONTRACT_IDS = /(?:committed|rate-commitment)-with-cigd/g;

/** What of the first programme stands in a text; no name goes on past a bracket, a quote or a comma. */
export function foreignIn(text: string): readonly string[] {
  const pieces = text.replace(CONTRACT_IDS, ' ').split(/[()[\]{}"“”«»:;,|\n]/);
  return namedInAny(foreign, pieces);
}
