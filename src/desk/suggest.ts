import type { Locale } from '../model/locale.ts';
import type { Desk } from './desk.ts';
import { OPTION_KINDS, suggestDates } from './options/kinds.ts';
import { beginning } from './options/length.ts';
import type { Suggestion } from './suggestion.ts';

const MOST = 25;

/** At most 25, best first; useful defaults for an empty text. Unknown commands and options offer nothing. */
export function suggest(
  desk: Desk,
  query: {
    readonly command: string;
    readonly option: string;
    readonly text: string;
    readonly locale: Locale;
  },
): readonly Suggestion[] {
  const { option, locale } = query;
  const text = beginning(query.text);
  if (option === 'date') return suggestDates(desk, text, locale).slice(0, MOST);
  const spec = desk.catalogue.get(query.command)?.options[option];
  return spec ? OPTION_KINDS[spec.kind].suggest(desk, text, { option, spec, locale }).slice(0, MOST) : [];
}
