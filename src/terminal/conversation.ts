import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import type { Locale } from '../locale/locale.ts';
import { replyJson } from '../render/json.ts';
import { toText } from '../render/text.ts';
import type { Request } from '../request.ts';

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
