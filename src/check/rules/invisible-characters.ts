import type { Finding } from '../../model/finding.ts';
import { type Bearings, found } from '../files.ts';
import type { ParsedJson, Path } from '../text/json.ts';
import { invisibleIn } from '../visible.ts';

/** Texts with characters that nobody sees. Runs beside the structure: what any other rule says of them would be odd. */
export function invisibleCharacters(
  file: string,
  { value, placeOf }: ParsedJson,
  recordOf: Bearings['recordOf'],
): readonly Finding[] {
  return textsOf(value, []).flatMap(({ text, path }) => {
    const codes = invisibleIn(text).join(', ');
    if (codes === '') return [];
    return [
      found({ file, content: value, placeOf, recordOf }, path, {
        rule: 'invisible-characters',
        message: {
          it: `Il testo contiene caratteri che non si vedono: ${codes}.`,
          en: `The text holds characters that nobody sees: ${codes}.`,
        },
        advice: {
          it: 'Cancellare il testo e riscriverlo, o copiarlo in un editor semplice e da lì.',
          en: 'Delete the text and type it anew, or copy it through a plain editor.',
        },
      }),
    ];
  });
}

type Text = { readonly text: string; readonly path: Path };

/** Every text of a value, keys included. */
export function textsOf(value: unknown, path: Path): readonly Text[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((each, at) => textsOf(each, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    { text: key, path: [...path, key] },
    ...textsOf(each, [...path, key]),
  ]);
}
