import type { Desk } from '../desk.ts';
import { match } from '../search/matcher.ts';
import type { Wanted } from './reading.ts';
import type { Said } from './said.ts';

/** "What is the …" asks for a figure as often as for a meaning; the rest of the list only for a meaning. */
const MAY_ASK_A_FIGURE = new Set(['what is', 'what are', 'what s']);

/** "Cos'è la CIGD?": a question for a meaning, and a term of the glossary that explains all of its words. */
export function definitionIn(desk: Desk, { text, tokens, spots }: Said): Wanted | null {
  const asks = spots.find(({ concept }) => concept === 'command:glossary');
  if (!asks) return null;
  const after = text.slice(tokens[asks.to - 1]?.end);
  const before = text.slice(0, tokens[asks.from]?.start);
  const rest = tokens.length > asks.to ? after : before;
  const said = tokens
    .slice(asks.from, asks.to)
    .map(({ term }) => term)
    .join(' ');
  const figure = MAY_ASK_A_FIGURE.has(said) && ['the', 'our'].includes(tokens[asks.to]?.term ?? '');
  const measured = spots.some(({ concept }) => concept.startsWith('measure:') || concept === 'amount');
  if (figure && measured) return null;
  const talk = new Set(
    spots
      .filter(({ concept }) => concept === 'filler')
      .flatMap(({ from, to }) => tokens.slice(from, to).map((each) => each.term)),
  );
  const { best, rivals } = match(desk.terms, rest, { known: talk });
  const term = best ?? rivals[0];
  const others = spots.some(({ concept }) => concept === 'remaining' || (concept === 'rate' && figure));
  const notation = tokens.some(({ term: each }) => /^(?:axis|pi):/.test(each));
  return term && !others && !notation ? { command: 'glossary', options: { term: term.id } } : null;
}
