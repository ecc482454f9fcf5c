import { parse, type Token, tokenize, type ValueNode } from '@humanwhocodes/momoa';
import { COMMENT, isComment, withoutComments } from '../../model/comments.ts';

type Fields = Record<string, unknown>;

/** Something that a comment can be about, where its text begins and ends, and where that of its key begins. */
type Place = {
  readonly record: Fields;
  readonly opens: number;
  readonly start: number;
  readonly end: number;
};

/**
 * A sound JSON text as plain data, in which each comment between the parts has become a line of the `comment` of the
 * record that it stands beside or above: what follows a record on its line, or goes before it, is about that record,
 * anything else about the record around it.
 */
export function foldedComments(text: string): unknown {
  const tokens = tokenize(text, { mode: 'jsonc' });
  const plain = withoutComments(text, tokens);
  const value: unknown = JSON.parse(plain);
  const comments = tokens.filter(isCommentToken);
  if (comments.length === 0) return value;
  const places = [...records(parse(plain, { mode: 'json' }).body, value, 0, [])];
  const marks = tokens.filter((token) => !isCommentToken(token) && token.type !== 'Comma');
  for (const comment of comments) {
    const lines = linesOf(text.slice(comment.loc.start.offset, comment.loc.end.offset));
    note(recordOf(comment, places, marks), lines);
  }
  return value;
}

const isCommentToken = ({ type }: Token) => type === 'LineComment' || type === 'BlockComment';

/** The file itself, whatever stands in a list, and each of a snapshot's notes. */
function* records(
  node: ValueNode,
  value: unknown,
  opens: number | null,
  path: readonly string[],
): Generator<Place> {
  if (node.type === 'Object') {
    const record = value as Fields;
    const { start, end } = node.loc;
    if (opens !== null) yield { record, opens, start: start.offset, end: end.offset };
    for (const { name, value: child, loc } of node.members) {
      const key = name.type === 'String' ? name.value : name.name;
      const isNote = path.length === 1 && path[0] === 'notes';
      yield* records(child, record[key], isNote ? loc.start.offset : null, [...path, key]);
    }
  }
  if (node.type === 'Array') {
    for (const [at, { value: child }] of node.elements.entries())
      yield* records(child, (value as unknown[])[at], child.loc.start.offset, [...path, String(at)]);
  }
}

function recordOf({ loc }: Token, places: readonly Place[], marks: readonly Token[]): Fields | undefined {
  const before = marks.findLast((mark) => mark.loc.end.offset <= loc.start.offset);
  const after = marks.find((mark) => mark.loc.start.offset >= loc.end.offset);
  const ended = before && places.find(({ end }) => end === before.loc.end.offset);
  const follows = before?.loc.end.line === loc.start.line;
  if (ended && follows) return ended.record;
  const opened = after && places.find(({ opens }) => opens === after.loc.start.offset);
  if (opened && (!follows || after.loc.start.line === loc.end.line)) return opened.record;
  if (ended && (after?.type === 'RBracket' || after?.type === 'RBrace')) return ended.record;
  const around = places.filter(({ start, end }) => start < loc.start.offset && loc.end.offset < end);
  return (around.at(-1) ?? places[0])?.record;
}

/** What a comment says, line by line, without the stars that many put down its left side. */
function linesOf(comment: string): readonly string[] {
  if (comment.startsWith('//')) return [comment.slice(2).trim()].filter(Boolean);
  const lines = comment.slice(2, -2).split(/\r\n|\r|\n/);
  const more = lines.slice(1, -1);
  const starred = comment.startsWith('/**') || (more.length > 0 && more.every((line) => /^\s*\*/.test(line)));
  return lines.map((line) => (starred ? line.replace(/^\s*\*+/, '') : line).trim()).filter(Boolean);
}

function note(record: Fields | undefined, lines: readonly string[]): void {
  if (!record || lines.length === 0) return;
  const { [COMMENT]: there } = record;
  const all = [...(isComment(COMMENT, there) ? [there].flat() : []), ...lines];
  record[COMMENT] = all.length === 1 ? all[0] : all;
}
