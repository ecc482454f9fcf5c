import type { Subject } from '../../model/dataset.ts';
import type { Path } from '../../question/hear/paths.ts';
import type { Item } from '../meaning/item.ts';
import type { Statement } from '../meaning/items.ts';
import { isWhole } from './defaults.ts';
import { withoutFrames } from './frames.ts';
import type { Reader } from './reader.ts';
import { statementOf } from './statement.ts';

/** A path to judge, whole or without its frames; `aside` are the names in the frames, null for a whole path. */
type Way = { readonly path: Path; readonly statement: Statement; readonly aside: readonly string[] | null };

/** Every path with its statement, each preceded by the same path without its frames where that is a question. */
export function waysToTake(reader: Reader, statements: readonly Statement[]): readonly Way[] {
  const { heard } = reader;
  const signs = new Set<string>();
  return statements.flatMap((statement, at): readonly Way[] => {
    const path = heard.paths[at];
    if (!path) return [];
    const whole = { path, statement, aside: null };
    const framed = withoutFrames(heard, path);
    if (!framed) return [whole];
    const sign = JSON.stringify(framed.path.mentions.map(({ from, to, is }) => [from, to, is]));
    if (signs.has(sign)) return [whole];
    const own = statementOf(reader, framed.path);
    if (!asksSomething(own.items)) return [whole];
    signs.add(sign);
    return [{ ...framed, statement: own }, whole];
  });
}

/** Whether the items are a question: with a measure, or with a thing that is shown whole. */
function asksSomething(items: readonly Item[]): boolean {
  return (
    isWhole(items) ||
    items.some(
      (item) =>
        item.is === 'measure' || (item.is === 'thing' && item.subjects.every(({ kind }) => SMALL.has(kind))),
    )
  );
}

/** Kinds of things whose figures all fit on a card. */
const SMALL: ReadonlySet<Subject['kind']> = new Set(['initiative', 'indicator', 'funding-source']);
