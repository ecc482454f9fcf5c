import { edits } from '../../search/text/distance.ts';
import { everyday } from '../../search/text/everyday.ts';
import type { Language } from '../../search/text/stopwords.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Phrase, PhraseWord } from '../lexicon/phrase.ts';
import { phrasesUnder } from '../lexicon/phraseTable.ts';
import type { Piece } from '../lexicon/pieces.ts';
import { isFrame, isTalk, type Sense } from '../lexicon/sense.ts';
import type { Of } from './mention.ts';
import { mention, TYPO } from './spoken.ts';

const SHORTEST_TYPO = 5;

/** One letter shorter, since a letter may be missing. */
const SHORTEST_TYPED = 4;

/** Two typos are accepted only in words of at least this length. */
const LONG_WORD = 9;

export function isTypo({ key, stop, term }: Piece, language: Language | null = null): boolean {
  return !stop && key.length >= SHORTEST_TYPED && !/[\d:]/.test(term) && everyday(key, language) === 0;
}

/** The phrase that a mistyped word stands for. Everyday words and words of names are never typos. */
export function mistypedAt(
  { single, inNames }: Lexicon,
  piece: Piece,
  at: number,
  language: Language | null,
): readonly Of<'sense'>[] {
  if (!isTypo(piece, language) || inNames.has(piece.term)) return [];
  const near = phrasesUnder(single, piece.key.slice(0, 1)).flatMap((each) => {
    const [word] = each.words;
    const slips = mayBeSlipped(each.sense) && word ? slipsIn(piece.key, word) : null;
    return slips === null || (slips > 1 && !isFigure(each.sense))
      ? []
      : [{ ...each, slips, length: word?.key.length ?? 0 }];
  });
  const begun = begunBy(single, piece);
  if (begun) return [mention(begun, at, at + 1, TYPO)];
  // The longest candidate explains most of the word: "riprogrammazzione" is not "programmat-".
  const [best] = near.sort((a, b) => a.slips - b.slips || b.length - a.length);
  return best ? [mention(best, at, at + 1, TYPO)] : [];
}

const SHORTEST_BEGUN = 5;

/** "Partecip", "certif": the beginning of words that all have one sense. */
function begunBy(single: Lexicon['single'], { key }: Piece): Phrase | undefined {
  if (key.length < SHORTEST_BEGUN) return undefined;
  const all = phrasesUnder(single, key.slice(0, 1)).filter(
    ({ sense, words: [word] }) => mayBeSlipped(sense) && word?.key.startsWith(key),
  );
  const [first] = all;
  return first && all.every(({ sense }) => sense === first.sense) ? first : undefined;
}

/** Two typos are accepted in measures, never in operators: "ignoranza" is not "ignorando". */
function isFigure(sense: Sense): boolean {
  return sense.startsWith('measure:') || sense === 'spent';
}

function mayBeSlipped(sense: Sense): boolean {
  return !sense.startsWith('absent:') && !isTalk(sense) && !isFrame(sense);
}

/** The endings of verbs, which are never typos of a noun: "risultano" is not "risultato". */
const VERB = /(?:ano|ono|iamo|avo|ava|avano|eva|evano|iva|ivano|ando|endo|asse|esse|isse|ing)$/;

/** The number of typos between a word and a word of the lexicon; null where there are too many or it is another word. */
export function slipsIn(written: string, { key, stem }: PhraseWord): number | null {
  if (key.length < SHORTEST_TYPO || key[0] !== written[0]) return null;
  const limit = key.length >= LONG_WORD ? 2 : 1;
  if (stem) {
    if (VERB.test(written)) return null;
    return [-1, 0, 1].some((more) => edits(written.slice(0, key.length + more), key, 1) <= 1) ? 1 : null;
  }
  const ending = VERB.exec(written)?.[0];
  if (ending !== undefined && !key.endsWith(ending)) return null;
  const slips = Math.abs(key.length - written.length) <= limit ? edits(written, key, limit) : limit + 1;
  return slips <= limit ? slips : null;
}
