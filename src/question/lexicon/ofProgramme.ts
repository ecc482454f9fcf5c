import { PEOPLE_BY_CODE } from '../../model/measures.ts';
import type { ProgrammeFile } from '../../model/schema.ts';
import { type Phrase, phrase } from './phrase.ts';

export function phrasesOfProgramme(programme: ProgrammeFile): readonly Phrase[] {
  const names = [programme.name, programme.short, programme.region].flatMap(({ it, en }) => [it, en]);
  return [
    ...(programme.measures ?? []).flatMap(({ measure, heard }) =>
      heard.map((text) => phrase(`measure:${measure}`, text)),
    ),
    ...Object.entries(PEOPLE_BY_CODE).map(([code, measure]) => phrase(`measure:${measure}`, code)),
    ...periodOf(programme).map((text) => phrase('programme', text)),
    ...(programme.talk ?? []).map((text) => phrase('talk', text)),
    ...countsOf(programme).map((text) => phrase('each-axis', text)),
    ...programme.absent.flatMap(({ id, heard }) => heard.map((text) => phrase(`absent:${id}`, text))),
    ...[...programme.aliases, ...names, ...places(programme)].map((text) => phrase('programme', text)),
  ];
}

/** "2014-2020" in the programme's name: a period, not two dates. */
function periodOf({ name }: ProgrammeFile): readonly string[] {
  const [, first, last] = /((?:19|20)\d\d)[-–/]((?:19|20)\d\d)/.exec(name.it) ?? [];
  return first && last ? [`${first}-${last}`] : [];
}

/** A preposition with the region's name means the programme, not a thing with the region in its name. */
function places({ region }: ProgrammeFile): readonly string[] {
  const place = region.it.split(' ').at(-1) ?? '';
  return ['in', 'nel', 'del', 'della', 'il', 'la', 'per il', 'per la', 'regione'].map(
    (word) => `${word} ${place}`,
  );
}

const CARDINALS = ['', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto'];

const ENGLISH_CARDINALS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** "I cinque assi", "the five axes": the count of all axes stands for each of them. */
function countsOf({ axes: { length } }: ProgrammeFile): readonly string[] {
  const italian = [String(length), CARDINALS[length]].filter((word) => word !== undefined);
  const english = [String(length), ENGLISH_CARDINALS[length]].filter((word) => word !== undefined);
  return [...italian.map((word) => `${word} assi`), ...english.map((word) => `${word} axes`)];
}
