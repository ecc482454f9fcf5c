import type { Locale, Localised } from '../model/locale.ts';
import type { Measure } from '../model/measures.ts';
import { phrases } from './phrases.ts';

/** What is part of a programme, or all of it. */
type Of = {
  readonly programme: {
    readonly measures?:
      | readonly { readonly measure: Measure; readonly name: Localised<string> }[]
      | undefined;
  };
};

/** What the programme calls a measure, by its own name for it where it has one. */
export function measureName(measure: Measure, of: Of | undefined, locale: Locale): string {
  const own = of?.programme.measures?.find((record) => record.measure === measure);
  return own ? own.name[locale] : phrases[locale].measures[measure];
}
