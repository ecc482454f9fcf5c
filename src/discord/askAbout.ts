import { type APIApplicationCommandInteraction, ApplicationCommandType } from 'discord-api-types/v10';
import { MOST_CHARACTERS } from '../question/read.ts';
import { asksNothing, questionText } from './chat/questionText.ts';
import { ASK_ABOUT } from './options.ts';

/** The question in a message, or the phrase that says why there is none. */
export type About =
  | { readonly problem: 'messageEmpty' | 'messageTooLong' }
  | { readonly problem: null; readonly question: string };

/** Null for every other command than the one in the menu of a message. */
export function questionAbout({ data }: APIApplicationCommandInteraction): About | null {
  if (data.type !== ApplicationCommandType.Message || data.name !== ASK_ABOUT) return null;
  const question = questionText(data.resolved.messages[data.target_id]?.content ?? '');
  if (asksNothing(question)) return { problem: 'messageEmpty' };
  return question.length > MOST_CHARACTERS ? { problem: 'messageTooLong' } : { problem: null, question };
}
