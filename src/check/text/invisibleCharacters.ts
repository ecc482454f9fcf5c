import type { Finding } from '../../model/finding.ts';
import type { DataFile } from '../files.ts';
import { found } from '../found.ts';
import type { Path } from '../place.ts';
import { invisibleIn } from '../visible.ts';

/** Texts with characters that nobody sees. Runs beside the structure: what any other rule says of them would be odd. */
export function invisibleCharacters(file: DataFile<unknown>): readonly Finding[] {
  return textsOf(file.content, []).flatMap(({ text, path }) => {
    const codes = invisibleIn(text).join(', ');
    if (codes === '') return [];
    return found(
      file,
      { id: 'invisible-characters' },
      {
        path,
        it: `Il testo contiene caratteri che non si vedono: ${codes}.`,
        en: `The text holds characters that nobody sees: ${codes}.`,
        adviceIt: 'Cancellare il testo e riscriverlo, o copiarlo in un editor semplice e da lì.',
        adviceEn: 'Delete the text and type it anew, or copy it through a plain editor.',
      },
    );
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
