import { type AnyNode, parse, tokenize, type ValueNode } from '@humanwhocodes/momoa';
import { isComment, withoutComments } from '../../model/comments.ts';
import {
  brokenText,
  type JsonProblem,
  notJson,
  type Path,
  type Place,
  placed,
  tooDeep,
} from './jsonProblems.ts';

export type { JsonProblem, Path, Place } from './jsonProblems.ts';

/**
 * A JSON document and where its parts stand; a path that leads nowhere has the place of its nearest parent.
 * `value` holds nothing of the maintainers' comments, be they between the parts or under a key `comment`.
 */
export type ParsedJson = { readonly value: unknown; placeOf(path: Path): Place };

export function parseJson(text: string): ParsedJson | readonly JsonProblem[] {
  const read = readTree(text);
  if ('message' in read) return [read];
  const repeated = [...repeatedKeys(read.root, [])];
  if (repeated.length > 0) return repeated;
  return { value: read.value, placeOf: (path) => placeAt(read.root, path) };
}

/** Momoa knows where the parts stand; JSON.parse has the last word on what it means. */
function readTree(text: string): { root: ValueNode; value: unknown } | JsonProblem {
  try {
    const tokens = tokenize(text, { mode: 'jsonc' });
    const plain = withoutComments(text, tokens);
    return (
      tooDeep(tokens) ??
      brokenText(plain, tokens) ?? {
        root: parse(plain, { mode: 'json' }).body,
        value: JSON.parse(plain, (key, value) => (isComment(key, value) ? undefined : value)),
      }
    );
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return notJson(text, error);
  }
}

/** A repeated key silently hides the first value from JSON.parse, and `__proto__` whatever reads the object after it. */
function* repeatedKeys(node: AnyNode, path: Path): Generator<JsonProblem> {
  if (node.type === 'Object') {
    const seen = new Set<string>();
    for (const { name, value } of node.members) {
      const key = name.type === 'String' ? name.value : name.name;
      if (seen.has(key)) yield repeatedKey(key, name.loc.start, path);
      if (key === '__proto__') yield noKey(key, name.loc.start, path);
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

function noKey(key: string, start: Place, path: Path): JsonProblem {
  return {
    place: placed(start),
    path: [...path, key],
    message: {
      it: `"${key}" non è una chiave: ha un altro significato per chi legge il file.`,
      en: `"${key}" is no key: to what reads the file it means something else.`,
    },
    advice: { it: 'Toglierla, o darle un altro nome.', en: 'Remove it, or give it another name.' },
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
