import type { Token } from '@humanwhocodes/momoa';
import type { Path, Place, Words } from '../place.ts';
import { slipAt } from './slips.ts';

/** Why a text cannot be read as JSON: expected outcomes, not exceptions. */
export type JsonProblem = Words & { readonly place: Place; readonly path: Path };

const DEEPEST = 24;
/** Characters that are shown of a text that is no JSON. */
const SHOWN = 40;

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
        it: `Il file annida parentesi oltre ${DEEPEST} livelli.`,
        en: `The file nests brackets more than ${DEEPEST} levels deep.`,
        adviceIt: 'Riportare il file alla forma di data/README.md.',
        adviceEn: 'Bring the file back to the form in data/README.md.',
      };
    }
  }
  return null;
}

/** A text that was pasted with its line breaks: momoa takes it, JSON.parse does not and names no line. */
export function brokenText(text: string, tokens: readonly Token[]): JsonProblem | null {
  for (const { type, loc } of tokens) {
    const at = type === 'String' ? text.slice(loc.start.offset, loc.end.offset).search(/[^ -\uffff]/) : -1;
    if (at < 0) continue;
    return {
      place: { line: loc.start.line, column: loc.start.column + at },
      path: [],
      it: 'Un testo fra virgolette va a capo, o contiene un tabulatore.',
      en: 'A text in quotes runs over the end of its line, or holds a tab.',
      adviceIt: 'Scriverlo su una riga sola, con uno spazio al posto dell’a capo o del tabulatore.',
      adviceEn: 'Write it on one line, with a space in place of the line break or tab.',
    };
  }
  return null;
}

/** A repeated key silently hides the first value from JSON.parse. */
export const repeatedKey = (key: string, start: Place, path: Path): JsonProblem => ({
  place: placed(start),
  path: [...path, key],
  it: `La chiave "${key}" compare due volte nello stesso oggetto.`,
  en: `The key "${key}" stands twice in the same object.`,
  adviceIt: 'Tenerne una sola.',
  adviceEn: 'Keep only one of them.',
});

/** `__proto__` hides what stands under it from whatever reads the object after JSON.parse. */
export const noKey = (key: string, start: Place, path: Path): JsonProblem => ({
  place: placed(start),
  path: [...path, key],
  it: `"${key}" non è una chiave: ha un altro significato per chi legge il file.`,
  en: `"${key}" is not a valid key: JavaScript gives this name another meaning.`,
  adviceIt: 'Toglierla, o darle un altro nome.',
  adviceEn: 'Remove it, or give it another name.',
});

const EMPTY: Words = {
  it: 'Il file è vuoto.',
  en: 'The file is empty.',
  adviceIt: 'Ripristinare il file dalla storia di git.',
  adviceEn: 'Restore the file from git history.',
};

/** Momoa knows where a text stops being JSON, but says why in English only. */
export function notJson(text: string, error: Error): JsonProblem {
  const place = placeOfError(text, error);
  const line = text.split('\n')[place.line - 1] ?? '';
  const slip = slipAt(line.trimEnd(), place);
  if (slip) return { ...slip, place: { ...place, column: slip.column }, path: [] };
  if (text.trim() === '') return { ...EMPTY, place, path: [] };
  const rest = line.slice(place.column - 1).trim();
  const from = rest === '' ? '.' : `: ${rest.slice(0, SHOWN)}${rest.length > SHOWN ? '…' : ''}`;
  return {
    place,
    path: [],
    it: `Da qui il testo non è più JSON${from}`,
    en: `From here the text is no longer JSON${from}`,
    adviceIt: 'Guardare questa riga e quella prima: virgola, virgolette o parentesi mancante o di troppo.',
    adviceEn: 'Look at this line and the one before: a comma, quote or bracket is missing or too many.',
  };
}

/** Where the parser stopped; the end of the text where it does not say. */
function placeOfError(text: string, error: Error): Place {
  const { line, column } = error as Partial<Place>;
  if (typeof line === 'number' && typeof column === 'number') return { line, column };
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
