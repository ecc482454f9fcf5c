import type { Locale } from '../../model/locale.ts';
import { interact } from './api.ts';
import { type Option, OptionType } from './discord.ts';
import type { Draft, Value } from './draft.ts';
import { type Entry, entryHint, entryName, matchingEntries, nameOf } from './entries.ts';
import { autocompleteInteraction } from './interaction.ts';
import type { Item } from './listbox.ts';
import type { Words } from './words.ts';

/** The commands that `/text` could become. */
export function commandItems(
  entries: readonly Entry[],
  text: string,
  locale: Locale,
  choose: (entry: Entry) => void,
): readonly Item[] {
  return matchingEntries(entries, text, locale).map((entry) => ({
    label: entryName(entry, locale),
    hint: entryHint(entry, locale),
    pick: () => choose(entry),
  }));
}

/** What the option in hand could be: the bot's own suggestions, the fixed choices, or yes and no. */
export async function suggestedValues(
  draft: Draft,
  text: string,
  locale: Locale,
  words: Words,
): Promise<readonly Value[]> {
  const option = draft.current;
  if (!option) return [];
  if (option.autocomplete) return autocompleted(draft, text, locale);
  return fixed(option, locale, words).filter(({ name }) =>
    name.toLowerCase().includes(text.toLowerCase().trim()),
  );
}

function fixed(option: Option, locale: Locale, words: Words): readonly Value[] {
  if (option.type !== OptionType.boolean) {
    return (option.choices ?? []).map((choice) => ({ value: choice.value, name: nameOf(choice, locale) }));
  }
  return [
    { value: true, name: words.yes },
    { value: false, name: words.no },
  ];
}

async function autocompleted(draft: Draft, text: string, locale: Locale): Promise<readonly Value[]> {
  const result = await interact(autocompleteInteraction(draft, text, locale));
  // As on Discord: without suggestions the text itself can still be sent.
  if (!result.ok || result.value.type !== 8) return [];
  return result.value.data.choices.map((choice) => ({ value: choice.value, name: nameOf(choice, locale) }));
}
