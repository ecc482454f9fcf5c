import type { Card } from '../cards/card.ts';
import { footer } from '../cards/dress.ts';
import type { Reply } from './reply.ts';

/** Two answers on one card: the second one's headline under its title, then its fields. */
export function joined(one: Reply, other: Reply): Reply {
  const requests = [...one.requests, ...other.requests];
  return {
    outcome: one.outcome === 'answer' ? one.outcome : other.outcome,
    request: requests[0] ?? null,
    requests,
    facts: [...one.facts, ...other.facts],
    choices: [...one.choices, ...other.choices],
    card: joinedCard(one, other),
    chart: one.chart ?? other.chart ?? null,
  };
}

function joinedCard({ card: one, facts }: Reply, { card: other, facts: more, request }: Reply): Card {
  const section = { name: other.title, lines: [other.headline], short: false };
  return {
    ...one,
    fields: [...one.fields, section, ...other.fields],
    notes: [...new Set([...one.notes, ...other.notes])],
    footer: footer([...facts, ...more], request?.locale ?? 'it'),
  };
}
