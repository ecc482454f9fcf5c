import type { Subject } from '../../model/dataset.ts';
import type { CommandText } from '../../question/lexicon/commandText.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { type Item, only, says } from '../meaning/item.ts';
import type { Filling } from './filled.ts';

/** A condition that a question meets by its items, by the options that they fill, or by the things of the request. */
type Need =
  | { readonly by: 'items'; readonly isMet: (items: readonly Item[]) => boolean }
  | { readonly by: 'options'; readonly isMet: (filled: ReadonlyMap<string, Filling>) => boolean }
  | { readonly by: 'things'; readonly isMet: (things: readonly Subject[]) => boolean };

/** Whether the items of a question leave a need of a command open to be met, before any option is filled. */
export function mayBeNeeded({ asked }: CommandText, items: readonly Item[]): boolean {
  return needsOf(asked).some((all) => all.every((need) => need.by !== 'items' || need.isMet(items)));
}

/** Whether the question meets one of the command's needs. */
export function isNeeded(
  { asked }: CommandText,
  items: readonly Item[],
  filled: ReadonlyMap<string, Filling>,
  things: readonly Subject[],
): boolean {
  return needsOf(asked).some((all) =>
    all.every((need) => {
      if (need.by === 'items') return need.isMet(items);
      return need.by === 'options' ? need.isMet(filled) : need.isMet(things);
    }),
  );
}

type Asked = CommandText['asked'];

/** By command: its needs are texts, which would be taken apart some hundred times a question. */
const known = new WeakMap<NonNullable<Asked>, readonly (readonly Need[])[]>();

function needsOf(asked: Asked): readonly (readonly Need[])[] {
  // A command without `asked` is reached by its own words only.
  if (!asked) return [];
  const needs = known.get(asked) ?? asked.needs.map((all) => all.split('+').map(needOf));
  known.set(asked, needs);
  return needs;
}

function needOf(text: string): Need {
  const [head, name = ''] = text.split(':');
  switch (head) {
    case '!option':
      return { by: 'options', isMet: (filled) => !filled.has(name) };
    case 'option':
      return { by: 'options', isMet: (filled) => filled.has(name) };
    case 'thing':
      return { by: 'things', isMet: (things) => things.some(({ kind }) => kind === name) };
    case 'measure':
      return {
        by: 'items',
        isMet: (items) => only(items, 'measure').some(({ measure }) => measure === name),
      };
    default:
      return { by: 'items', isMet: (items) => says(items, text as Sense) };
  }
}
