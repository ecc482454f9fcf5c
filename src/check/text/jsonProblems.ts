import type { Token } from '@humanwhocodes/momoa';
import type { Bilingual } from '../../model/schema.ts';
import { slipAt } from './slips.ts';

/** Keys and indices from the root of a JSON document to a place in it. */
export type Path = readonly (string | number)[];

/** Where a text has something: line and column from 1. */
export type Place = { readonly line: number; readonly column: number };

/** Why a text is not taken for JSON: expected outcomes, not exceptions. */
export type JsonProblem = {
  readonly place: Place;
  readonly path: Path;
  readonly message: Bilingual;
  readonly advice: Bilingual;
};

const DEEPEST = 24;
/** Characters that are shown of a text that is no JSON. */
const SEEN = 40;

export const placed = ({ line, column }: Place): Place => ({ line, column });

/** Tokens do not recurse, however deep the text nests; the parser would. */
export function tooDeep(tokens: readonly Token[]): JsonProblem | null {
  let depth = 0;
  for (const { type, loc } of tokens) {
    if (type === 'LBrace' || type === 'LBracket') depth += 1;
    if (type === 'RBrace' || type === 'RBracket') depth -= 1;
    if (depth > DEEPEST) {
      return {
        place: placed(loc.start),
        path: [],
        message: {
          it: `Il file annida parentesi oltre ${DEEPEST} livelli.`,
          en: `The file nests brackets more than ${DEEPEST} levels deep.`,
        },
        advice: {
          it: 'Riportare il file alla forma di data/README.md.',
          en: 'Bring the file back to the form in data/README.md.',
        },
      };
    }
  }
  return null;
}

/** A text that was pasted with its line breaks: momoa takes it, JSON.parse does not and names no line. */
export function brokenText(text: string, tokens: readonly Token[]): JsonProblem | null {
  for (const { type, loc } of tokens) {
    if (type !== 'String') continue;
    const at = text
      .slice(loc.start.offset, loc.end.offset)
      .split('')
      .findIndex((char) => char < ' ');
    if (at < 0) continue;
    return {
      place: { line: loc.start.line, column: loc.start.column + at },
      path: [],
      message: {
        it: 'Un testo fra virgolette va a capo, o contiene un tabulatore.',
        en: 'A text in quotes runs over the end of its line, or holds a tab.',
      },
      advice: {
        it: 'Scriverlo su una riga sola, con uno spazio al posto dell’a capo o del tabulatore.',
        en: 'Write it on one line, with a space in place of the line break or tab.',
      },
    };
  }
  return null;
}

/** Momoa knows where a text stops being JSON, but says why in English only. */
export function notJson(text: string, error: Error): JsonProblem {
  const empty = text.trim() === '';
  const place = placeOfError(text, error);
  const line = text.split('\n')[place.line - 1] ?? '';
  const slip = slipAt(line.trimEnd(), place);
  if (slip) return { ...slip, place: { ...place, column: slip.column }, path: [] };
  const rest = line.slice(place.column - 1).trim();
  const from = rest === '' ? '.' : `: ${rest.slice(0, SEEN)}${rest.length > SEEN ? '…' : ''}`;
  return {
    place,
    path: [],
    message: empty
      ? { it: 'Il file è vuoto.', en: 'The file is empty.' }
      : { it: `Da qui il testo non è più JSON${from}`, en: `From here the text is no longer JSON${from}` },
    advice: empty
      ? { it: 'Ripristinare il file dalla storia di git.', en: 'Restore the file from git history.' }
      : {
          it: 'Guardare questa riga e quella prima: virgola, virgolette o parentesi mancante o di troppo.',
          en: 'Look at this line and the one before: a comma, quote or bracket is missing or too many.',
        },
  };
}

/** Where the parser stopped; the end of the text where it does not say. */
function placeOfError(text: string, error: Error): Place {
  const { line, column } = error as Partial<Place>;
  if (typeof line === 'number' && typeof column === 'number') return { line, column };
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
