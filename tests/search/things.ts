import { readFileSync } from 'node:fs';
import { programmeSchema } from '../../src/programme/schema.ts';
import { buildNameIndex } from '../../src/search/matcher.ts';
import { namedThings } from '../../src/search/names.ts';

const file = new URL('../../data/programme.json', import.meta.url);

export const NAMED = namedThings(programmeSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
export const INDEX = buildNameIndex(NAMED);
