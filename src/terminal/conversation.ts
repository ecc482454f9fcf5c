import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import type { Locale } from '../model/locale.ts';
import type { Request } from '../model/request.ts';
import { replyJson } from '../render/json.ts';
import { toText } from '../render/text.ts';

type Settings = {
  readonly locale: Locale;
  readonly json: boolean;
  /** Whether lines are turns of one conversation; an empty line then starts another. */
  readonly continued: boolean;
};

/** Answers one line after the other: one JSON object, or the card as text; null for an empty line. */
export function conversation(
  desk: Desk,
  { locale, json, continued }: Settings,
): (line: string) => string | null {
  let previous: Request | null = null;
  return (line) => {
    const question = line.trim();
    if (question === '') {
      previous = null;
      return null;
    }
    const reply = ask(desk, { command: 'ask', options: { question }, locale }, continued ? previous : null);
    previous = reply.request ?? previous;
    return json
      ? JSON.stringify(replyJson(desk.dataset, question, reply, locale))
      : `${toText(reply.card)}\n`;
  };
}
