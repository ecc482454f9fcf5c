import type { Named, Token } from '../search/matcher.ts';
import { tokens } from '../search/matcher.ts';

/** A whole name as it stands in a question; several things may be called so. */
export type ExactName = {
  readonly ids: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly words: number;
};

/** Every name of every thing, by its first word. */
export type NameBook = ReadonlyMap<
  string,
  readonly { readonly terms: readonly string[]; readonly id: string }[]
>;

export function nameBook(named: readonly Named[]): NameBook {
  const book = new Map<string, { terms: readonly string[]; id: string }[]>();
  for (const { id, names } of named) {
    for (const name of names) {
      const terms = contentTerms(tokens(name));
      const [first] = terms;
      if (first !== undefined) book.set(first, [...(book.get(first) ?? []), { terms, id }]);
    }
  }
  return book;
}

/** The longest whole names from left to right, joining words left out of account on both sides. */
export function exactNamesIn(
  book: NameBook,
  said: readonly Token[],
  wanted: (id: string) => boolean,
): readonly ExactName[] {
  const content = said.flatMap(({ term, stop }, at) => (stop && !isFunder(said, at) ? [] : [{ term, at }]));
  const found: ExactName[] = [];
  for (let next = 0; next < content.length; ) {
    const fitting = (book.get(content[next]?.term ?? '') ?? []).filter(
      ({ terms, id }) => wanted(id) && terms.every((term, offset) => content[next + offset]?.term === term),
    );
    const length = Math.max(0, ...fitting.map(({ terms }) => terms.length));
    const ids = [...new Set(fitting.filter(({ terms }) => terms.length === length).map(({ id }) => id))];
    const [first, last] = [content[next], content[next + length - 1]];
    if (first && last && ids.length > 0) found.push({ ids, from: first.at, to: last.at + 1, words: length });
    next += Math.max(1, length);
  }
  return found;
}

function contentTerms(all: readonly Token[]): readonly string[] {
  return all.filter(({ term, stop }) => !stop || FUNDER.test(term)).map(({ term }) => term);
}

/** "Stato" is a participle far more often than the State: that takes an article, a list or an English noun. */
const FUNDER = /^(?:stato|state)$/;
const BEFORE_FUNDER =
  /^(?:lo|dello|dallo|allo|sullo|nello|quota|cofinanziamento|contributo|italian|ue|regione)$/;
const AFTER_FUNDER =
  /^(?:co|share|funding|funds|contribution|cofunding|cofinancing|financing|money|budget|regione|region|ue|eu|italiano)$/;

const OTHER_FUNDERS = /^(?:regione|region|ue|eu|europa)$/;
const LISTS = /^(?:e|and|o|or)$/;

function isFunder(said: readonly Token[], at: number): boolean {
  if (!FUNDER.test(said[at]?.term ?? '')) return false;
  const beside = [said[at - 1], said[at + 1]].map((token) => token?.term ?? '');
  const near = [said[at - 2], said[at + 2]].map((token) => token?.term ?? '');
  const listed = near.some((term) => OTHER_FUNDERS.test(term)) && beside.some((term) => LISTS.test(term));
  return (
    BEFORE_FUNDER.test(beside[0] ?? '') || AFTER_FUNDER.test(beside[1] ?? '') || listed || said.length === 1
  );
}
