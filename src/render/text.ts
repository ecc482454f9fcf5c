import type { Card } from '../cards/card.ts';

/**
 * A card for a terminal: title, answer, fields, notes, source. No colours, so that it can be piped; every note in full,
 * since there is no button behind which they could stand.
 */
export function toText(card: Card): string {
  const fields = card.fields.map(({ name, lines }) => [name, ...lines.map((line) => `  ${line}`)].join('\n'));
  const notes = card.notes.map((note) => `* ${note}`).join('\n');
  const { below = [], table } = card;
  const rows = (table?.rows ?? []).map(({ label, cells }) => {
    const named = cells.map(({ text }, at) => `${table?.columns[at] ?? ''}: ${text}`);
    return `${label} – ${named.join(' · ')}`;
  });
  return [card.title, card.lead ?? '', card.headline, ...below, ...rows, ...fields, notes, card.footer]
    .filter((part) => part !== '')
    .join('\n');
}
