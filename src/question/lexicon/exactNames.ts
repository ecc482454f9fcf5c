import { grouped } from '../../model/grouped.ts';
import { type Named, type Token, tokens } from '../../search/matcher.ts';
import type { Span } from './pieces.ts';

/** A whole name in a question; several things may share it. */
type ExactName = Span & { readonly ids: readonly string[]; readonly words: number };

type Entry = { readonly id: string; readonly terms: readonly string[] };

/** Every name of every thing, by its first word. */
export type NameBook = { readonly byFirst: ReadonlyMap<string, readonly Entry[]>; readonly funders: Funders };

export function nameBook(named: readonly Named[]): NameBook {
  const funders = fundersAmong(named);
  const entries = named.flatMap(({ id, names }) =>
    names.map((name): Entry => ({ id, terms: contentTerms(tokens(name), funders) })),
  );
  const byFirst = grouped(
    entries.filter(({ terms }) => terms.length > 0),
    ({ terms: [first = ''] }) => first,
  );
  return { byFirst, funders };
}

/** Every whole name at every place, without regard to stop words. */
export function exactNamesIn(book: NameBook, question: readonly Token[]): readonly ExactName[] {
  const content = question.flatMap(({ term, stop }, at) =>
    stop && !isFunder(book.funders, question, at) ? [] : [{ term, at }],
  );
  return content.flatMap(({ term, at }, next) => {
    const fitting = (book.byFirst.get(term) ?? []).filter(({ terms }) =>
      terms.every((each, offset) => content[next + offset]?.term === each),
    );
    const lengths = [...new Set(fitting.map(({ terms }) => terms.length))];
    return lengths.map((words) => ({
      ids: [...new Set(fitting.filter(({ terms }) => terms.length === words).map(({ id }) => id))],
      from: at,
      to: (content[next + words - 1]?.at ?? at) + 1,
      words,
    }));
  });
}

function contentTerms(all: readonly Token[], { ordinary }: Funders): readonly string[] {
  return all.filter(({ term, stop }) => !stop || ordinary.has(term)).map(({ term }) => term);
}

/**
 * The names of funding sources. An `ordinary` one is usually another word, as "stato" is a participle: it counts as
 * a name only beside an article, in a list, before an English noun or with its epithet ("Italian State", in `pairs`).
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
const AFTER_FUNDER =
  /^(?:co|share|funding|funds|contribution|cofunding|cofinancing|financing|money|budget|piu|plus)$/;
const LISTS = /^(?:e|and|o|or)$/;

function isFunder({ ordinary, others, pairs }: Funders, question: readonly Token[], at: number): boolean {
  const term = question[at]?.term ?? '';
  if (!ordinary.has(term)) return false;
  const [before = '', after = ''] = [question[at - 1]?.term, question[at + 1]?.term];
  const near = [question[at - 2], question[at + 2]].map((token) => token?.term ?? '');
  const next = `${question[at + 2]?.term ?? ''} ${question[at + 3]?.term ?? ''}`;
  const listed =
    (near.some((one) => others.has(one)) || pairs.has(next)) &&
    [before, after].some((one) => LISTS.test(one));
  const beside = others.has(before) || others.has(after);
  const called = pairs.has(`${before} ${term}`) || pairs.has(`${term} ${after}`);
  const introduced = BEFORE_FUNDER.test(before) || AFTER_FUNDER.test(after);
  const alone = before === 'the' && after === '';
  return alone || introduced || called || beside || listed || question.length === 1;
}
