import type { APISelectMenuOption } from 'discord-api-types/v10';
import type { Choice } from '../../desk/reply.ts';
import { plainText } from '../../render/markdown.ts';
import { CHOOSE, encode, wordsId } from '../ids/customId.ts';
import { buttonRow, type Row, selectRow } from './rows.ts';
import type { Shown } from './shown.ts';

const ASK = { action: 'ask' } as const;

/** A menu of choices, or a button where there is only one; `labelled` gives the label of that button. */
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

/** A request too long for an id is read again from the question; without a question null: the card names the choice. */
function toOption({ desk, question }: Shown, { request, name, hint }: Choice): APISelectMenuOption | null {
  const value = encode(ASK, [request], desk) ?? (question && wordsId(ASK, [request]));
  const label = plainText(name);
  return value === null || label === '' ? null : { label, value, description: plainText(hint) };
}
