import { type Page, pageIn, placesOfWords, type Token } from './page.ts';

/** A quotation with some of its numbers open; `own` is the place of the number that is looked for. */
export type Pattern = { readonly expected: readonly Expected[]; readonly own: number };

/** What a token must be: itself, one of two years, or any number. */
type Expected = { readonly kind: Token['kind']; readonly plain: ReadonlySet<string> | 'any' };

/** What is known of the numbers in a quotation. */
export type Numbers = {
  /** The number that is looked for, as printed; null for a quotation that is no figure's. */
  readonly own: string | null;
  /** Numbers that the same document gives of the same thing: these change as well. */
  readonly open: readonly string[];
  /** The printed name of the thing: the numbers in a name never change. */
  readonly name: string;
  /** The year of the old report and that of the new one, which stand for each other outside names. */
  readonly years: readonly [string, string];
};

/** Null where a quotation does not say which of its numbers is the one. */
export function patternOf(quote: string, { own, open, name, years }: Numbers): Pattern | null {
  const { tokens } = pageIn(quote);
  const named = placesInName(tokens, name);
  const isNumber = ({ kind }: Token, at: number) => kind === 'number' && !named.has(at);
  const sought = own === null ? null : numberIn(own);
  const places = tokens.flatMap((token, at) => (isNumber(token, at) && token.plain === sought ? [at] : []));
  if (own !== null && places.length !== 1) return null;
  const numbers = new Set(open.map(numberIn));
  return {
    own: places[0] ?? 0,
    expected: tokens.map((token, at): Expected => {
      const { kind, plain } = token;
      if (!isNumber(token, at)) return { kind, plain: new Set([plain]) };
      if (plain === sought || numbers.has(plain)) return { kind, plain: 'any' };
      return { kind, plain: new Set(plain === years[0] ? years : [plain]) };
    }),
  };
}

/** The places on a page, by its tokens, where what a pattern expects begins. */
export function placesOf({ expected }: Pattern, { tokens }: Page): readonly number[] {
  const [first] = expected;
  if (!first) return [];
  return [...tokens.keys()].filter((start) =>
    expected.every((wanted, at) => fits(tokens[start + at], wanted)),
  );
}

function fits(token: Token | undefined, { kind, plain }: Expected): boolean {
  return token?.kind === kind && (plain === 'any' || plain.has(token.plain));
}

function placesInName(tokens: readonly Token[], name: string): ReadonlySet<number> {
  const { length } = pageIn(name).tokens;
  return new Set(
    placesOfWords(tokens, name).flatMap((start) => Array.from({ length }, (_, at) => start + at)),
  );
}

/** The number of a printed form: `184.312.574,33` of `184.312.574,33€`. */
export function numberIn(printed: string): string | null {
  return pageIn(printed).tokens.find(({ kind }) => kind === 'number')?.plain ?? null;
}
