import type { Card } from '../cards/card.ts';

/** A card for a terminal: title, answer, fields, notes, source. No colours, so that it can be piped. */
export function toText(card: Card): string {
  const fields = card.fields.map(({ name, lines }) => [name, ...lines.map((line) => `  ${line}`)].join('\n'));
  const notes = card.notes.map((note) => `* ${note}`).join('\n');
  return [card.title, card.lead ?? '', card.headline, ...fields, notes, card.footer]
    .filter((part) => part !== '')
    .join('\n');
}
