import { type AnyNode, parse, type Token, tokenize, type ValueNode } from '@humanwhocodes/momoa';
import { isComment, withoutComments } from './comments.ts';
import type { Bilingual } from './schema.ts';

/** Keys and indices from the root of a JSON document to a place in it. */
export type Path = readonly (string | number)[];

/** Where a text has something: line and column from 1. */
export type Place = { readonly line: number; readonly column: number };

/**
 * A JSON document and where its parts stand; a path that leads nowhere has the place of its nearest parent.
 * `value` holds nothing of the maintainers' comments, be they between the parts or under a key `comment`.
 */
export type ParsedJson = { readonly value: unknown; placeOf(path: Path): Place };

/** Why a text is not taken for JSON: expected outcomes, not exceptions. */
export type JsonProblem = {
  readonly place: Place;
  readonly path: Path;
  readonly message: Bilingual;
  readonly advice: Bilingual;
};

const DEEPEST = 24;

export function parseJson(text: string): ParsedJson | readonly JsonProblem[] {
  const read = readTree(text);
  if ('message' in read) return [read];
  const repeated = [...repeatedKeys(read.root, [])];
  if (repeated.length > 0) return repeated;
  return { value: read.value, placeOf: (path) => placeAt(read.root, path) };
}

/** Momoa knows the line at which a text stops being JSON; JSON.parse has the last word on what it means. */
function readTree(text: string): { root: ValueNode; value: unknown } | JsonProblem {
  try {
    const tokens = tokenize(text, { mode: 'jsonc' });
    const plain = withoutComments(text, tokens);
    return (
      tooDeep(tokens) ?? {
        root: parse(plain, { mode: 'json' }).body,
        value: JSON.parse(plain, (key, value) => (isComment(key, value) ? undefined : value)),
      }
    );
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return notJson(text, error);
  }
}

/** Tokens do not recurse, however deep the text nests; the parser would. */
function tooDeep(tokens: readonly Token[]): JsonProblem | null {
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

function notJson(text: string, error: Error): JsonProblem {
  const empty = text.trim() === '';
  return {
    place: placeOfError(text, error),
    path: [],
    message: empty
      ? { it: 'Il file è vuoto.', en: 'The file is empty.' }
      : { it: `Il testo non è JSON: ${error.message}`, en: `The text is not JSON: ${error.message}` },
    advice: empty
      ? { it: 'Ripristinare il file dalla storia di git.', en: 'Restore the file from git history.' }
      : {
          it: 'Guardare questa riga e quella prima: virgola, virgolette o parentesi mancante o di troppo.',
          en: 'Look at this line and the one before: a comma, quote or bracket is missing or too many.',
        },
  };
}

const placed = ({ line, column }: Place): Place => ({ line, column });

/** Where the parser stopped; the end of the text where it does not say. */
function placeOfError(text: string, error: Error): Place {
  const { line, column } = error as Partial<Place>;
  if (typeof line === 'number' && typeof column === 'number') return { line, column };
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** A repeated key silently hides the first value from JSON.parse. */
function* repeatedKeys(node: AnyNode, path: Path): Generator<JsonProblem> {
  if (node.type === 'Object') {
    const seen = new Set<string>();
    for (const { name, value } of node.members) {
      const key = name.type === 'String' ? name.value : name.name;
      if (seen.has(key)) yield repeatedKey(key, name.loc.start, path);
      seen.add(key);
      yield* repeatedKeys(value, [...path, key]);
    }
  }
  if (node.type === 'Array') {
    for (const [index, { value }] of node.elements.entries()) yield* repeatedKeys(value, [...path, index]);
  }
}

function repeatedKey(key: string, start: Place, path: Path): JsonProblem {
  return {
    place: placed(start),
    path: [...path, key],
    message: {
      it: `La chiave "${key}" compare due volte nello stesso oggetto.`,
      en: `The key "${key}" stands twice in the same object.`,
    },
    advice: { it: 'Tenerne una sola.', en: 'Keep only one of them.' },
  };
}

function placeAt(root: ValueNode, path: Path): Place {
  let node: ValueNode = root;
  let { start } = root.loc;
  for (const step of path) {
    const next = child(node, step);
    if (!next) break;
    [node, start] = [next.value, next.start];
  }
  return placed(start);
}

function child(node: ValueNode, step: string | number) {
  if (node.type === 'Array' && typeof step === 'number') {
    const value = node.elements[step]?.value;
    return value ? { value, start: value.loc.start } : null;
  }
  if (node.type !== 'Object') return null;
  const member = node.members.find(({ name }) => name.type === 'String' && name.value === step);
  return member ? { value: member.value, start: member.loc.start } : null;
}
