import type { ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import type { Path } from '../place.ts';
import { printingsOf } from '../rows.ts';
import { oneLine } from '../source-text.ts';
import { numeralsIn } from './numerals.ts';

/** A figure that a snapshot takes from a page; of one subject the same words may give two figures. */
export type FigureClaim = {
  readonly subject: string;
  /** The number in the printed form, without its unit: `32` of `32 %`. */
  readonly number: string;
  readonly quote: string | null;
  /** Where the snapshot has it. */
  readonly path: Path;
};

/** What a snapshot says of one page of a document. */
export type Claims = {
  readonly figures: readonly FigureClaim[];
  /** Words that stand on the page and whose numbers are no figures: names, titles, quotes of remarks. */
  readonly words: readonly string[];
  /** Texts about the page; a number in them needs no figure. */
  readonly notes: readonly string[];
};

/** What a snapshot claims of a page. */
export function claimsOn(
  { sources, remarks, notes }: SnapshotFile,
  programme: ProgrammeFile,
  document: string,
  page: number,
): Claims {
  const rows = sources.flatMap(({ figures, ...source }, at) =>
    source.document === document
      ? figures.map((row, n) => ({ ...row, document, path: ['sources', at, 'figures', n] }))
      : [],
  );
  const figures = rows.flatMap((row) =>
    printingsOf(row)
      .filter((printing) => printing.page === page)
      .map(({ printed, quote, path }) => ({ ...row, printed, quote, path })),
  );
  const remarksHere = remarks.filter((remark) => remark.document === document && remark.page === page);
  const keys = new Set([...figures, ...remarksHere].flatMap(({ note }) => note ?? []));
  return {
    figures: figures.map(({ subject, printed, quote, path }) => ({
      subject,
      number: numberIn(printed),
      quote: quote === undefined ? null : oneLine(quote),
      path,
    })),
    words: [...remarksHere.map(({ quote }) => quote), ...namesIn(programme)].map(oneLine),
    notes: [...keys].flatMap((key) => notes[key]?.it ?? []),
  };
}

const numberIn = (printed: string): string => numeralsIn(printed)[0]?.text ?? printed;

/** The names of what there is, as documents print them. */
function namesIn({ documents, axes, indicators, initiatives, fundingSources, ...programme }: ProgrammeFile) {
  const titles = documents.flatMap(({ title, pages = [] }) => [title.it, ...pages.map((page) => page.title)]);
  const printed = [...indicators, ...initiatives, ...fundingSources].flatMap((record) => [
    record.printed,
    record.name.it,
  ]);
  return [programme.name.it, ...titles, ...axes.map(({ name }) => name.it), ...printed].filter(hasDigit);
}

const hasDigit = (text: string) => /\d/.test(text);
