import type { Locale } from '../../model/locale.ts';
import type { Introduction } from './api.ts';
import { drawMessage } from './message.ts';
import { words } from './words.ts';

const SECONDARY = 2;

/** The first message: what this is, and questions to try. */
export function drawWelcome(
  introduction: Introduction,
  locale: Locale,
  ask: (question: string) => void,
): HTMLElement {
  const button = (label: string) => ({ type: 2, style: SECONDARY, label, custom_id: label }) as const;
  const components = [{ type: 1, components: introduction.examples[locale].map(button) }];
  const data = { content: words[locale].welcome, components };
  const message = drawMessage({ author: 'bot', data, locale, press: (press) => ask(press.custom_id) });
  message.id = 'welcome';
  return message;
}
