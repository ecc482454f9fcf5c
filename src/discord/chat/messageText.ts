import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import { MOST_CHARACTERS } from '../../reading/read.ts';
import { asksNothing, questionText } from './questionText.ts';

/** The parts of a message that can hold a question; Discord leaves out those that a message does not have. */
export type Readable = Partial<Pick<APIMessage, 'content' | 'embeds' | 'poll' | 'message_snapshots'>>;

/**
 * What a message asks, as plain text: its own words, else those of the message that it forwards, else the question of
 * its poll, else what its embeds say. Empty where it says nothing.
 */
export function messageText(message: Readable): string {
  const parts = [message, ...(message.message_snapshots ?? []).map((snapshot) => snapshot.message)];
  const texts = parts.flatMap((part) => [
    part.content ?? '',
    ('poll' in part ? part.poll?.question.text : undefined) ?? '',
    ...(part.embeds ?? []).map(embedText),
  ]);
  return texts.map(questionText).find((text) => !asksNothing(text)) ?? '';
}

/** As much of an embed as one question may be long, for its title says more than its fields. */
function embedText({ title = '', description = '', fields = [] }: APIEmbed): string {
  const lines = [title, description, ...fields.map(({ name, value }) => `${name}: ${value}`)];
  const whole = lines.filter((line) => line !== '');
  const fitting = whole.filter((_, at) => whole.slice(0, at + 1).join('\n').length <= MOST_CHARACTERS);
  return (fitting.length > 0 ? fitting : whole.slice(0, 1)).join('\n');
}
