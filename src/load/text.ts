import { foundInFile } from '../check/found.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { RawFile } from './read.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file; a byte order mark is dropped, with a warning. */
export function textOf({ file, bytes }: RawFile): { text: string | null; findings: readonly Finding[] } {
  const findings = byteOrderMark(file, bytes);
  if (hasErrors(findings)) return { text: null, findings };
  try {
    return { text: utf8.decode(bytes), findings };
  } catch {
    return { text: null, findings: [...findings, notUtf8(file)] };
  }
}

function byteOrderMark(file: string, [first, second, third]: Uint8Array): readonly Finding[] {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return [notUtf8(file)];
  if (first !== 0xef || second !== 0xbb || third !== 0xbf) return [];
  return [
    foundInFile(
      file,
      { id: 'encoding', severity: 'warning' },
      {
        it: 'Il file comincia con un BOM, che viene ignorato.',
        en: 'The file starts with a BOM, which is ignored.',
        adviceIt: 'Salvarlo come «UTF-8» e non «UTF-8 con BOM».',
        adviceEn: 'Save it as “UTF-8”, not “UTF-8 with BOM”.',
      },
    ),
  ];
}

function notUtf8(file: string): Finding {
  return foundInFile(
    file,
    { id: 'encoding' },
    {
      it: 'Il file non è in UTF-8.',
      en: 'The file is not in UTF-8.',
      adviceIt: 'Riaprirlo nell’editor e salvarlo con la codifica UTF-8.',
      adviceEn: 'Reopen it in the editor and save it with encoding UTF-8.',
    },
  );
}
