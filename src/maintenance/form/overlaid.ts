import type { RawDataset } from '../../load/read.ts';

/** The files of a dataset as they would be once these texts are written. */
export function overlaid(
  { files, findings }: RawDataset,
  texts: readonly { readonly file: string; readonly text: string }[],
): RawDataset {
  const written = texts.map(({ file, text }) => ({ file, bytes: new TextEncoder().encode(text) }));
  const kept = files.filter(({ file }) => !written.some((other) => other.file === file));
  return { files: [...kept, ...written].toSorted((a, b) => (a.file < b.file ? -1 : 1)), findings };
}
