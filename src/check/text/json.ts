import { type AnyNode, parse, tokenize, type ValueNode } from '@humanwhocodes/momoa';
import { isComment, withoutComments } from '../../model/comments.ts';
import type { Path, Place } from '../place.ts';
import {
  brokenText,
  type JsonProblem,
  noKey,
  notJson,
  placed,
  repeatedKey,
  tooDeep,
} from './jsonProblems.ts';

/**
 * A JSON document and where its parts stand; a path that leads nowhere has the place of its nearest parent.
 * `value` holds nothing of the maintainers' comments, be they between the parts or under a key `comment`.
 */
export type ParsedJson = { readonly value: unknown; placeOf(path: Path): Place };

/** Momoa knows where the parts stand; JSON.parse has the last word on what the text means. */
export function parseJson(text: string): ParsedJson | readonly JsonProblem[] {
  try {
    const tokens = tokenize(text, { mode: 'jsonc' });
    const plain = withoutComments(text, tokens);
    const problem = tooDeep(tokens) ?? brokenText(plain, tokens);
    if (problem) return [problem];
    const root = parse(plain, { mode: 'json' }).body;
    const value: unknown = JSON.parse(plain, (key, part) => (isComment(key, part) ? undefined : part));
    const wrongKeys = [...wrongKeysIn(root, [])];
    return wrongKeys.length > 0 ? wrongKeys : { value, placeOf: (path) => placeAt(root, path) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [notJson(text, error)];
  }
}

function* wrongKeysIn(node: AnyNode, path: Path): Generator<JsonProblem> {
  if (node.type === 'Object') {
    const known = new Set<string>();
    for (const { name, value } of node.members) {
      const key = name.type === 'String' ? name.value : name.name;
      if (known.has(key)) yield repeatedKey(key, name.loc.start, path);
      if (key === '__proto__') yield noKey(key, name.loc.start, path);
      known.add(key);
      yield* wrongKeysIn(value, [...path, key]);
    }
  }
  if (node.type === 'Array') {
    for (const [index, { value }] of node.elements.entries()) yield* wrongKeysIn(value, [...path, index]);
  }
}

function placeAt(root: ValueNode, path: Path): Place {
  let node: ValueNode = root;
  let { start } = root.loc;
  for (const step of path) {
    const next = child(node, step);
    if (!next) break;
    [node, start] = [next.value, next.loc.start];
  }
  return placed(start);
}

function child(node: ValueNode, step: string | number) {
  if (node.type === 'Array') return typeof step === 'number' ? node.elements[step] : undefined;
  if (node.type !== 'Object') return undefined;
  return node.members.find(({ name }) => name.type === 'String' && name.value === step);
}
