import { type Card, section } from '../cards/card.ts';
import type { ChartSpec } from '../cards/charts/spec.ts';
import { footer, textOf } from '../cards/dress.ts';
import type { Fact } from '../model/facts.ts';
import type { Request } from '../model/request.ts';
import type { Shortfall } from '../model/shortfall.ts';

/** One way to go on: what a select menu offers where more than one thing could be meant. */
export type Choice = {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** What tells it apart from the others, at most 100 characters. */
  readonly hint: string;
  readonly request: Request;
};

/** What the desk says to a request, on every surface. */
export type Reply = {
  readonly outcome: 'answer' | 'choose' | 'refuse';
  /** The first of `requests`; null where nothing was understood. */
  readonly request: Request | null;
  /** All that is answered here, in order and with every name resolved: what gives this reply again. */
  readonly requests: readonly Request[];
  readonly facts: readonly Fact[];
  readonly choices: readonly Choice[];
  readonly card: Card;
  /** A picture that goes with the card, which says everything without it. */
  readonly chart?: ChartSpec | null;
  /** It took a name from the question before: its lead says which. */
  readonly continues?: true;
  /** Among people nothing is lost where it stays unsaid: the answer to bare thanks. */
  readonly silent?: true;
  /** Where the card says the sources of an answer: that answer. */
  readonly sourcesOf?: Reply;
  /** What it leaves without an answer; absent where nothing. */
  readonly shortfall?: Shortfall;
};

/** Two answers on one card: the second one's headline under its title, then its fields. */
export function joined(one: Reply, other: Reply): Reply {
  const requests = [...one.requests, ...other.requests];
  return {
    ...lacking(one.shortfall ?? other.shortfall, other.shortfall?.words ?? []),
    outcome: one.outcome === 'answer' ? one.outcome : other.outcome,
    request: leading(requests),
    requests,
    facts: [...one.facts, ...other.facts],
    choices: [...one.choices, ...other.choices],
    card: joinedCard(one, other),
    chart: one.chart ?? other.chart ?? null,
  };
}

/** The first of several requests, which knows the others: "source?" is about all. */
export function leading([first, ...others]: readonly Request[]): Request | null {
  if (!first) return null;
  const beside = others.map(({ command, options }) => ({ command, options }));
  return beside.length > 0 ? { ...first, beside } : first;
}

/** The field of a reply that says what it leaves without an answer, these words among it. */
export function lacking(
  shortfall: Shortfall | undefined,
  words: readonly string[],
): Pick<Reply, 'shortfall'> {
  if (!shortfall) return {};
  return { shortfall: { ...shortfall, words: [...new Set([...shortfall.words, ...words])] } };
}

function joinedCard({ card: one, facts }: Reply, { card: other, facts: more, request }: Reply): Card {
  const rows = (other.table?.rows ?? []).map(
    ({ label, cells }) => `${label}: ${cells.map(({ text }) => text).join(' · ')}`,
  );
  const own = section(other.title, [other.headline, ...(other.below ?? []), ...rows]);
  const fields = [...one.fields, own, ...other.fields];
  return {
    ...one,
    fields,
    notes: [...new Set([...one.notes, ...other.notes])],
    remarks: [...new Set([...(one.remarks ?? []), ...(other.remarks ?? [])])],
    footer: footer([...facts, ...more], request?.locale ?? 'it', textOf({ ...one, fields })),
  };
}
