import type { Finding } from '../../model/finding.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, type DataFiles, found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';
import { holdsFigure, oneLine } from '../source-text.ts';
import type { Path } from '../text/json.ts';

/** What is said to be printed on a page is there, as far as the text of the document is at hand. */
export const sourceSaysSo: Rule = (files) =>
  files.snapshots.flatMap((file) =>
    places(file).flatMap(({ document, page, printed, quote, path }) => {
      const text = files.texts.get(document)?.[page - 1];
      if (text === undefined) return noPage(files, file, document, page, path);
      const missing = [
        ...(printed === undefined || holdsFigure(text, printed) ? [] : [{ key: 'printed', words: printed }]),
        ...(quote === undefined || text.includes(oneLine(quote)) ? [] : [{ key: 'quote', words: quote }]),
      ];
      return missing.map(({ key, words }) =>
        found(file, [...path, key], {
          rule: 'source-says-so',
          message: {
            it: `"${words}" non è a pagina ${page} di ${document}${elsewhere(files, document, words, 'it')}.`,
            en: `"${words}" is not on page ${page} of ${document}${elsewhere(files, document, words, 'en')}.`,
          },
          advice: {
            it: `Copiare "${key}" dal documento, o correggere "page".`,
            en: `Copy "${key}" from the document, or correct "page".`,
          },
        }),
      );
    }),
  );

type Place = {
  readonly document: string;
  readonly page: number;
  readonly printed?: string | undefined;
  readonly quote?: string | undefined;
  readonly path: Path;
};

function places(file: DataFile<SnapshotFile>): readonly Place[] {
  const figures = rowsOf(file).flatMap((row): readonly Place[] => [
    row,
    ...(row.also ?? []).map((other, at) => ({
      ...other,
      document: row.document,
      path: [...row.path, 'also', at],
    })),
  ]);
  return [...figures, ...file.content.remarks.map((remark, at) => ({ ...remark, path: ['remarks', at] }))];
}

function noPage(
  { texts }: DataFiles,
  file: DataFile<SnapshotFile>,
  document: string,
  page: number,
  path: Path,
): readonly Finding[] {
  const pages = texts.get(document)?.length;
  if (pages === undefined) return [];
  return [
    found(file, [...path, 'page'], {
      rule: 'source-says-so',
      message: {
        it: `${document} ha ${pages} pagine, non ${page}.`,
        en: `${document} has ${pages} pages, not ${page}.`,
      },
      advice: { it: 'Correggere "page".', en: 'Correct "page".' },
    }),
  ];
}

function elsewhere({ texts }: DataFiles, document: string, words: string, locale: 'it' | 'en'): string {
  const pages = (texts.get(document) ?? []).flatMap((text, at) =>
    /\p{L}/u.test(words)
      ? text.includes(oneLine(words))
        ? [at + 1]
        : []
      : holdsFigure(text, words)
        ? [at + 1]
        : [],
  );
  if (pages.length === 0) return '';
  return locale === 'it' ? `, ma a pagina ${pages.join(', ')}` : `, but on page ${pages.join(', ')}`;
}
