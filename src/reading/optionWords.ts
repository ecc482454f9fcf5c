import type { RankedKind } from '../model/kinds.ts';
import type { Measure } from '../model/measures.ts';
import { ASKED_STATUSES, type AskedStatus } from '../model/status.ts';
import { pathsThrough } from '../question/hear/paths.ts';
import { phrasesIn } from '../question/hear/phrasesIn.ts';
import type { Lexicon } from '../question/lexicon/lexicon.ts';
import { phrasesUnder } from '../question/lexicon/phraseTable.ts';
import { piecesOf } from '../question/lexicon/pieces.ts';
import { measureOf, type Sense } from '../question/lexicon/sense.ts';
import type { Item } from './meaning/item.ts';
import { senseItems } from './meaning/items.ts';
import { measuresIn } from './meaning/measures.ts';

/** The senses of a text; `%` counts as the word. */
function sensesIn(lexicon: Lexicon, text: string): readonly Sense[] {
  const pieces = piecesOf(text);
  const [path] = pathsThrough(pieces, phrasesIn(lexicon, pieces), () => false);
  const senses = path?.mentions.flatMap((mention) => (mention.is === 'sense' ? [mention.sense] : [])) ?? [];
  return text.includes('%') ? [...senses, 'percent'] : senses;
}

/** The measures that a person typed into an option. */
export function readMeasures(lexicon: Lexicon, text: string): readonly Measure[] {
  const items = sensesIn(lexicon, text)
    .flatMap(senseItems)
    .map((item): Item => ({ ...item, words: '', old: false }));
  return measuresIn(items).map(({ measure }) => measure);
}

export function readStatus(lexicon: Lexicon, text: string): AskedStatus | null {
  const wanted = text.trim().toLowerCase();
  const status = ASKED_STATUSES.find((each) => each === wanted);
  const named = sensesIn(lexicon, text).find((sense) => sense.startsWith('status:'));
  return status ?? (named ? (named.slice('status:'.length) as AskedStatus) : null);
}

/** The kind of things to rank: "assi", "priorità", "iniziative", "indicators". */
export function readKind(text: string): RankedKind | null {
  const word = text.trim().toLowerCase();
  if (/^(?:axis|axes|ass[ei])$/.test(word)) return 'axis';
  if (/^(?:priority|priorities|priorità|priorita|pi)$/.test(word)) return 'priority';
  if (/^(?:initiatives?|iniziativ[ae])$/.test(word)) return 'initiative';
  return /^(?:indicators?|indicator[ei])$/.test(word) ? 'indicator' : null;
}

/** The end of a ranking that comes first. */
export function readOrder(text: string): 'highest' | 'lowest' | null {
  const word = text.trim().toLowerCase();
  if (/^(?:lowest|low|least|dal più basso|basso|minore|crescente|asc)/.test(word)) return 'lowest';
  return /^(?:highest|high|most|dal più alto|alto|maggiore|decrescente|desc)/.test(word) ? 'highest' : null;
}

/** Measures whose words begin with the typed text: "don" for "donne". */
export function measuresBegun(lexicon: Lexicon, text: string): readonly Measure[] {
  const begun = piecesOf(text).at(-1)?.key ?? '';
  if (begun.length < 2) return [];
  const alike = phrasesUnder(lexicon.single, begun.slice(0, 1));
  const found = alike.filter(({ words: [word] }) => word?.key.startsWith(begun));
  return [...new Set(found.flatMap(({ sense }) => measureOf(sense) ?? []))];
}
