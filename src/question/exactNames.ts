import type { Named, Token } from '../search/matcher.ts';
import { tokens } from '../search/matcher.ts';

/** A whole name as it stands in a question; several things may be called so. */
export type ExactName = {
  readonly ids: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly words: number;
};

/** Every name of every thing. */
export type NameBook = {
  readonly byFirst: ReadonlyMap<
    string,
    readonly { readonly terms: readonly string[]; readonly id: string }[]
  >;
  readonly funders: Funders;
};

export function nameBook(named: readonly Named[]): NameBook {
  const funders = fundersAmong(named);
  const byFirst = new Map<string, { terms: readonly string[]; id: string }[]>();
  for (const { id, names } of named) {
    for (const name of names) {
      const terms = contentTerms(tokens(name), funders);
      const [first] = terms;
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { terms, id }]);
    }
  }
  return { byFirst, funders };
}

/** The longest whole names from left to right, joining words left out of account on both sides. */
export function exactNamesIn(
  book: NameBook,
  said: readonly Token[],
  wanted: (id: string) => boolean,
): readonly ExactName[] {
  const content = said.flatMap(({ term, stop }, at) =>
    stop && !isFunder(book.funders, said, at) ? [] : [{ term, at }],
  );
  const found: ExactName[] = [];
  for (let next = 0; next < content.length; ) {
    const fitting = (book.byFirst.get(content[next]?.term ?? '') ?? []).filter(
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

function contentTerms(all: readonly Token[], { ordinary }: Funders): readonly string[] {
  return all.filter(({ term, stop }) => !stop || ordinary.has(term)).map(({ term }) => term);
}

/**
 * One word for who funds. An `ordinary` one joins words far more often than it names anybody, as "stato" does, which is
 * a participle: it takes an article, a list, an English noun or its own epithet ("Italian State", one of `pairs`).
 */
type Funders = {
  readonly ordinary: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
};

function fundersAmong(named: readonly Named[]): Funders {
  const names = named
    .filter(({ kind }) => kind === 'funding-source')
    .flatMap((one) => one.names.map((name) => tokens(name)));
  const alone = names.flatMap(([word, ...more]) => (word && more.length === 0 ? [word] : []));
  const pairs = names
    .filter(({ length }) => length === 2)
    .map((pair) => pair.map(({ term }) => term).join(' '));
  const termsOf = (words: readonly Token[]) => new Set(words.map(({ term }) => term));
  return {
    ordinary: termsOf(alone.filter(({ stop }) => stop)),
    others: termsOf(alone.filter(({ stop }) => !stop)),
    pairs: new Set(pairs),
  };
}

const BEFORE_FUNDER = /^(?:lo|dello|dallo|allo|sullo|nello|quota|cofinanziamento|contributo)$/;
const AFTER_FUNDER = /^(?:co|share|funding|funds|contribution|cofunding|cofinancing|financing|money|budget)$/;
const LISTS = /^(?:e|and|o|or)$/;

function isFunder({ ordinary, others, pairs }: Funders, said: readonly Token[], at: number): boolean {
  const term = said[at]?.term ?? '';
  if (!ordinary.has(term)) return false;
  const [before = '', after = ''] = [said[at - 1]?.term, said[at + 1]?.term];
  const near = [said[at - 2], said[at + 2]].map((token) => token?.term ?? '');
  const listed = near.some((one) => others.has(one)) && [before, after].some((one) => LISTS.test(one));
  const beside = others.has(before) || others.has(after);
  const called = pairs.has(`${before} ${term}`) || pairs.has(`${term} ${after}`);
  const introduced = BEFORE_FUNDER.test(before) || AFTER_FUNDER.test(after);
  return introduced || called || beside || listed || said.length === 1;
}
