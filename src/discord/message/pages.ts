import type { Card, CardField } from '../../cards/card.ts';

/** What fits a phone, and well inside Discord's 6000 characters with notes and footer. */
const CHARACTERS = 2800;
/** With room for those that an embed continues, and for the notes: Discord takes 25. */
const FIELDS = 20;

/** A long card in parts that each say title, headline and source again; a card that fits is one part. */
export function pagesOf(card: Card): readonly [Card, ...Card[]] {
  const parts: CardField[][] = [[]];
  let room = CHARACTERS;
  for (const field of card.fields.flatMap(pieces)) {
    const cost = sizeOf(field);
    const full = parts.at(-1)?.length === FIELDS;
    if ((full || cost > room) && parts.at(-1)?.length) {
      parts.push([]);
      room = CHARACTERS;
    }
    parts.at(-1)?.push(field);
    room -= cost;
  }
  const [first, ...others] = parts.map((fields) => ({ ...card, fields }));
  return [first ?? card, ...others];
}

/** A field that alone would fill a page is taken apart between its lines. */
function pieces(field: CardField): readonly CardField[] {
  if (sizeOf(field) <= CHARACTERS / 2) return [field];
  const runs: string[][] = [[]];
  let room = CHARACTERS / 2;
  for (const line of field.lines) {
    if (line.length > room && runs.at(-1)?.length) {
      runs.push([]);
      room = CHARACTERS / 2;
    }
    runs.at(-1)?.push(line);
    room -= line.length;
  }
  return runs.map((lines) => ({ ...field, lines }));
}

function sizeOf({ name, lines }: CardField): number {
  return name.length + lines.reduce((sum, line) => sum + line.length + 1, 0);
}
