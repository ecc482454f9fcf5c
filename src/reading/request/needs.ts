import type { Subject } from '../../model/dataset.ts';
import type { CommandText } from '../../question/lexicon/commandText.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import { type Item, only, says } from '../meaning/item.ts';
import type { Filling } from './filled.ts';

/** A condition that a question meets by its items, by the options that they fill, or by the things of the request. */
type Need =
  | { readonly by: 'items'; readonly isMet: (items: readonly Item[]) => boolean }
  | { readonly by: 'option'; readonly option: string; readonly isFilled: boolean }
  | { readonly by: 'things'; readonly isMet: (things: readonly Subject[]) => boolean };

/** Whether a need of a command may be met by a question, before its options are filled; `mayFill` tells of one of them. */
export function mayBeNeeded(
  { asked }: CommandText,
  items: readonly Item[],
  mayFill: (option: string) => boolean,
): boolean {
  return needsOf(asked).some((all) =>
    all.every((need) => {
      if (need.by === 'items') return need.isMet(items);
      return need.by === 'things' || !need.isFilled || mayFill(need.option);
    }),
  );
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
      return need.by === 'things' ? need.isMet(things) : filled.has(need.option) === need.isFilled;
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
    case 'option':
      return { by: 'option', option: name, isFilled: head === 'option' };
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
