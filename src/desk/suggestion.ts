import { fold } from '../search/text/segment.ts';

/** What autocomplete offers: a name to read, a stable id as the value. */
export type Suggestion = { readonly name: string; readonly value: string };

/** The suggestions that contain the typed words; those that begin with the text come first. */
export function containing(all: readonly Suggestion[], text: string): readonly Suggestion[] {
  const fits = holdingAll(all, text);
  const first = ({ name }: Suggestion) => fold(name).startsWith(fold(text.trim()));
  return [...fits.filter(first), ...fits.filter((each) => !first(each))];
}

/** The suggestions in which every typed word begins a word, in their order. */
export function holdingAll(all: readonly Suggestion[], text: string): readonly Suggestion[] {
  const typed = words(text);
  return all.filter(({ name, value }) => {
    const own = [...words(name), ...words(value)];
    return typed.every((word) => own.some((each) => each.startsWith(word)));
  });
}

function words(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== '');
}
