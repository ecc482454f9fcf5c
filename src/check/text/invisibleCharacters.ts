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
  const texts: Text[] = [];
  collect(value, path, texts);
  return texts;
}

/** Into one list: a list for each level would copy every text as often as it stands deep. */
function collect(value: unknown, path: Path, texts: Text[]): void {
  if (typeof value === 'string') texts.push({ text: value, path });
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (!Array.isArray(value)) texts.push({ text: key, path: at });
    collect(each, at, texts);
  }
}
