import type { APISelectMenuOption } from 'discord-api-types/v10';
import type { Choice } from '../../desk/reply.ts';
import { plainText } from '../../render/markdown.ts';
import { CHOOSE, encode, wordsId } from '../ids/customId.ts';
import { buttonRow, type Row, selectRow } from './rows.ts';
import type { Shown } from './shown.ts';

const ASK = { action: 'ask' } as const;

/** Ways on: a menu, or a button where there is only one. `labelled` is what the button says of its choice. */
export function choiceRow(
  shown: Shown,
  choices: readonly Choice[],
  placeholder: string,
  labelled: (name: string) => string = (name) => name,
): readonly Row[] {
  const all = choices.map((choice) => toOption(shown, choice)).filter((option) => option !== null);
  const options = [...new Map(all.map((option) => [option.value, option])).values()];
  const [only, ...more] = options;
  if (!only) return [];
  if (more.length === 0) return buttonRow([{ label: labelled(only.label), id: only.value }]);
  return [selectRow(CHOOSE, placeholder, options)];
}

/** What no id has room for is read again from the question; null without one: the card names it all the same. */
function toOption({ desk, question }: Shown, { request, name, hint }: Choice): APISelectMenuOption | null {
  const value = encode(ASK, [request], desk) ?? (question && wordsId(ASK, [request]));
  const label = plainText(name);
  return value === null || label === '' ? null : { label, value, description: plainText(hint) };
}
