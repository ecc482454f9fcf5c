import { type Finding, fileFinding, hasErrors } from '../model/finding.ts';
import type { RawFile } from './read.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file; a byte order mark is dropped, with a warning. */
export function textOf({ file, bytes }: RawFile): { text: string | null; findings: readonly Finding[] } {
  const findings = [...byteOrderMark(file, bytes)];
  if (hasErrors(findings)) return { text: null, findings };
  try {
    return { text: utf8.decode(bytes), findings };
  } catch {
    return { text: null, findings: [...findings, notUtf8(file)] };
  }
}

function* byteOrderMark(file: string, bytes: Uint8Array): Generator<Finding> {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    yield fileFinding(
      file,
      'encoding',
      {
        it: 'Il file comincia con un BOM, che viene ignorato.',
        en: 'The file starts with a BOM, which is ignored.',
      },
      { it: 'Salvarlo come «UTF-8» e non «UTF-8 con BOM».', en: 'Save it as “UTF-8”, not “UTF-8 with BOM”.' },
      'warning',
    );
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) yield notUtf8(file);
}

function notUtf8(file: string): Finding {
  return fileFinding(
    file,
    'encoding',
    { it: 'Il file non è in UTF-8.', en: 'The file is not in UTF-8.' },
    {
      it: 'Riaprirlo nell’editor e salvarlo con la codifica UTF-8.',
      en: 'Reopen it in the editor and save it with encoding UTF-8.',
    },
  );
}
