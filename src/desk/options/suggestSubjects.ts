import { belonging, subjectName } from '../../cards/words/names.ts';
import type { Locale } from '../../model/locale.ts';
import { suggest } from '../../search/matcher.ts';
import { numeral } from '../../search/text/numerals.ts';
import type { Desk } from '../desk.ts';
import type { Suggestion } from '../suggestion.ts';
import { withTogether } from '../together.ts';
import { LONGEST_OPTION } from './length.ts';
import { type Kinds, kindsOf } from './names.ts';

/** The things that may be meant by what a person has typed so far, and those that are answered together. */
export function suggestSubjects(
  desk: Desk,
  kinds: Kinds,
  text: string,
  locale: Locale,
): readonly Suggestion[] {
  const ids = idsFor(desk, kinds, text.slice(0, LONGEST_OPTION));
  const offered = ids.flatMap((id) => labelled(desk, id, locale));
  const written = offered.filter(({ name }) => name === text.trim());
  const all = withTogether(desk.dataset, offered, locale, {
    idOf: ({ value }) => value,
    asOne: ({ id, name }) => ({ name, value: id }),
  });
  return [...new Set([...written, ...all])];
}

/**
 * Under an option for axes "2", "due" and "secondo" are an axis, and "B" where axes have letters; under one for priorities
 * "9" is the PIs that begin so.
 */
function idsFor({ names, dataset }: Desk, { kind, among }: Kinds, text: string): readonly string[] {
  const kinds = kindsOf({ kind, among });
  const plain = text.replace(/ \([^()]*\)\s*$/, '');
  const noun = kind === 'priority' ? 'PI' : 'asse';
  const numbered =
    kind !== 'initiative' && kind !== 'indicator' ? numeral(text.trim().toLowerCase()) : undefined;
  const texts = [
    ...(numbered === undefined ? [] : [`${noun} ${numbered}`]),
    ...(plain === text ? [] : [plain]),
    text,
  ];
  const typed = text.trim().toUpperCase();
  const lettered = kinds.includes('axis')
    ? dataset.programme.axes.filter(({ letter }) => letter === typed)
    : [];
  const named = texts.flatMap((each) => suggest(names, each, kinds));
  return [...new Set([...lettered, ...named].map(({ id }) => id))];
}

/** The name first: it is what people read; where it belongs tells two of one name apart. */
function labelled(desk: Desk, id: string, locale: Locale): readonly Suggestion[] {
  const found = desk.dataset.subjects.get(id);
  if (!found) return [];
  const place = belonging(found, desk.dataset, locale);
  const name = subjectName(found, locale);
  return [{ name: place === '' ? name : `${name} (${place})`, value: id }];
}
