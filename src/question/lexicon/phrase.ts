import { fold } from '../../search/text/segment.ts';
import { piecesOf } from './pieces.ts';
import type { Sense } from './sense.ts';

/** A word of a phrase; a stem stands for every word that begins with it. */
export type PhraseWord = { readonly key: string; readonly stem: boolean };

/** `also` are further senses of the same words. */
export type Phrase = {
  readonly sense: Sense;
  readonly also?: readonly Sense[];
  readonly words: readonly PhraseWord[];
};

/** The words of a text without accents and case; notation is not recognised. */
export function plainWords(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

export function phrase(sense: Sense, text: string): Phrase {
  const stems = new Set(
    [...text.matchAll(/([\p{L}\p{N}]+)\*/gu)].map(([, word = '']) => keysOf(word)[0] ?? ''),
  );
  const words = keysOf(text.replaceAll('*', ' ')).map((key) => ({ key, stem: stems.has(key) }));
  return { sense, words };
}

/** Only numbers, capitals and notation need the full normalisation; most phrases have none. */
function keysOf(text: string): readonly string[] {
  if (!PLAIN.test(text) || NOTED.test(text)) return piecesOf(text).map(({ key }) => key);
  return fold(text)
    .split(/[ '’]+/)
    .filter(Boolean);
}

const PLAIN = /^[\p{Ll} '’]*$/u;

const NOTED = /\b(?:ass[ei]|ax[ei]s|pi|p|ip|priorit\p{L}*|[ivx]+)\b/iu;
