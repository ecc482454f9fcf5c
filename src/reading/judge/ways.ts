import type { Subject } from '../../model/dataset.ts';
import type { Path } from '../../question/hear/paths.ts';
import type { Item } from '../meaning/item.ts';
import { isWhole } from './defaults.ts';
import { withoutFrames } from './frames.ts';
import type { Reader } from './reader.ts';
import { statementOf } from './statement.ts';

/** A path to judge, whole or without its frames; `aside` are the names in the frames, null for a whole path. */
type Way = { readonly path: Path; readonly aside: readonly string[] | null };

/** Every path, each preceded by the same path without its frames where that is a question. */
export function waysToTake(reader: Reader): readonly Way[] {
  const { heard } = reader;
  const signs = new Set<string>();
  return heard.paths.flatMap((path): readonly Way[] => {
    const framed = withoutFrames(heard, path);
    const sign = JSON.stringify(framed?.path.mentions.map(({ from, to, is }) => [from, to, is]));
    const items = framed ? statementOf(reader, framed.path).items : [];
    if (!framed || signs.has(sign) || !asksSomething(items)) return [{ path, aside: null }];
    signs.add(sign);
    return [framed, { path, aside: null }];
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
