import { readFileSync } from 'node:fs';
import { type ProgrammeFile, programmeSchema } from '../../src/model/schema.ts';
import { buildNameIndex } from '../../src/search/matcher.ts';
import { namedThings } from '../../src/search/names.ts';

const file = new URL('../../data/programme.json', import.meta.url);

const PROGRAMME = programmeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
export const NAMED = namedThings(PROGRAMME);
export const INDEX = buildNameIndex(NAMED);

/** The same programme with its axes lettered. */
export function axisLetters(letters: string): ProgrammeFile {
  const axes = PROGRAMME.axes.map((axis, at) => ({ ...axis, letter: letters[at] ?? 'Z' }));
  return programmeSchema.parse({ ...PROGRAMME, axes });
}
