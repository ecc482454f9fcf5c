import type { Card, CardField } from '../../cards/card.ts';

/** As many as fit a phone; with notes and footer still far from Discord's limit of 6000. */
const CHARACTERS = 2800;
/** Discord takes 25: this leaves room for continued fields and for the notes. */
const FIELDS = 20;

/** A long card in parts that each say title, headline and source again; a card that fits is one part. */
export function pagesOf(card: Card): readonly [Card, ...Card[]] {
  const parts = packed(card.fields.flatMap(pieces), sizeOf, CHARACTERS, FIELDS);
  const [first, ...others] = parts.map((fields) => ({ ...card, fields }));
  return [first ?? card, ...others];
}

/** A field that alone would fill a page is split between its lines. */
function pieces(field: CardField): readonly CardField[] {
  if (sizeOf(field) <= CHARACTERS / 2) return [field];
  const runs = packed(field.lines, ({ length }) => length, CHARACTERS / 2);
  return runs.map((lines) => ({ ...field, lines }));
}

function sizeOf({ name, lines }: CardField): number {
  return name.length + lines.reduce((sum, line) => sum + line.length + 1, 0);
}

/** Neighbours in groups of a limited size, at least one group; an item larger than the limit stands alone. */
function packed<T>(items: readonly T[], size: (item: T) => number, room: number, most = Infinity): T[][] {
  let group: T[] = [];
  let left = room;
  const groups = [group];
  for (const item of items) {
    if (group.length > 0 && (size(item) > left || group.length === most)) {
      group = [];
      groups.push(group);
      left = room;
    }
    group.push(item);
    left -= size(item);
  }
  return groups;
}
