import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandAutocompleteResponse,
  InteractionResponseType,
} from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import { suggest } from '../desk/suggest.ts';
import type { Suggestion } from '../desk/suggestion.ts';
import type { Locale } from '../model/locale.ts';
import { AUTOCOMPLETE, cut } from '../render/limits.ts';
import { plainText } from '../render/markdown.ts';
import { calledPart, focusedOption, isUpkeep } from './options.ts';

/** What Discord offers while an option is typed. */
export function answerAutocomplete(
  desk: Desk,
  { data }: APIApplicationCommandAutocompleteInteraction,
  locale: Locale,
): APIApplicationCommandAutocompleteResponse {
  const { part, options } = calledPart(data.options);
  const focused = focusedOption(options);
  const command = desk.catalogue.get(data.name);
  if (!focused || !command || isUpkeep(command, part)) return suggestionsResponse([]);
  return suggestionsResponse(
    suggest(desk, { command: data.name, option: focused.name, text: focused.text, locale }),
  );
}

export function suggestionsResponse(found: readonly Suggestion[]): APIApplicationCommandAutocompleteResponse {
  const choices = found
    .map(({ name, value }) => ({ name: cut(plainText(name), AUTOCOMPLETE.name), value }))
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= AUTOCOMPLETE.value)
    .slice(0, AUTOCOMPLETE.choices);
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
}
