import { type APISelectMenuOption, ComponentType } from 'discord-api-types/v10';
import type { Choice } from '../../desk/reply.ts';
import { BUTTON, cut, SELECT } from '../../render/limits.ts';
import { plainText } from '../../render/markdown.ts';
import { CHOOSE, encode, wordsId } from '../ids/customId.ts';
import { buttonRow, type Row } from './rows.ts';
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
  if (more.length === 0) {
    return buttonRow([{ label: cut(labelled(only.label), BUTTON.label), id: only.value }]);
  }
  const select = {
    type: ComponentType.StringSelect,
    custom_id: CHOOSE,
    placeholder: cut(placeholder, SELECT.placeholder),
    options: options.slice(0, SELECT.options),
  } as const;
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

/** What no id has room for is read again from the question; null without one: the card names it all the same. */
function toOption({ desk, question }: Shown, { request, name, hint }: Choice): APISelectMenuOption | null {
  const value = encode(ASK, [request], desk) ?? (question && wordsId(ASK, [request]));
  const label = cut(plainText(name), SELECT.label);
  const description = cut(plainText(hint), SELECT.description);
  if (value === null || label === '') return null;
  return { label, value, ...(description === '' ? {} : { description }) };
}
