import { type APISelectMenuOption, ComponentType } from 'discord-api-types/v10';
import type { Desk } from '../../desk/desk.ts';
import type { Choice } from '../../desk/reply.ts';
import { BUTTON, cut, SELECT } from '../../render/limits.ts';
import { plainText } from '../../render/markdown.ts';
import { CHOOSE, encode, wordsId } from '../ids/customId.ts';
import { buttonRow, type Row } from './rows.ts';
import type { Carried } from './shown.ts';

const ASK = { action: 'ask' } as const;

/** Ways on: a menu, or a button where there is only one. `labelled` is what the button says of its choice. */
export function choiceRow(
  desk: Desk,
  choices: readonly Choice[],
  placeholder: string,
  { question }: Pick<Carried, 'question'>,
  labelled: (name: string) => string = (name) => name,
): readonly Row[] {
  const options = choices.map((choice) => toOption(desk, choice, question !== null));
  const unique = [
    ...new Map(options.filter((each) => each !== null).map((each) => [each.value, each])).values(),
  ];
  const [only, ...more] = unique;
  if (only && more.length === 0) {
    return buttonRow([{ label: cut(labelled(only.label), BUTTON.label), id: only.value }]);
  }
  if (!only) return [];
  const select = {
    type: ComponentType.StringSelect,
    custom_id: CHOOSE,
    placeholder: cut(placeholder, SELECT.placeholder),
    options: unique.slice(0, SELECT.options),
  } as const;
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

/** What no id has room for is read again from the question; null without one: the card names it all the same. */
function toOption(desk: Desk, choice: Choice, hasQuestion: boolean): APISelectMenuOption | null {
  const requests = [choice.request];
  const value = encode(ASK, requests, desk) ?? (hasQuestion ? wordsId(ASK, requests) : null);
  const label = cut(plainText(choice.name), SELECT.label);
  const description = cut(plainText(choice.hint), SELECT.description);
  if (value === null || label === '') return null;
  return { label, value, ...(description === '' ? {} : { description }) };
}
