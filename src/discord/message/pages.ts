import type { Card, CardField } from '../../cards/card.ts';

/** Letters of a field in one row of a phone of 360 px. */
const IN_A_ROW = 40;
/** Rows that such a phone shows beside the title, the figure, the source and the buttons. */
const ROWS = 24;
/** Rows that a picture takes there. */
const OF_A_PICTURE = 11;
/** Fewer than these are not worth a page. */
const FEWEST = 8;
/** Discord takes 25: this leaves room for continued fields and for the notes. */
const FIELDS = 20;

/** The rest of a field under the one that has its name. */
const CONTINUED = '…';

/** A long card in parts that each say title, headline and source again; a card that fits is one part. */
export function pagesOf(card: Card, hasPicture: boolean): readonly [Card, ...Card[]] {
  const above = [...(card.below ?? []), ...(card.table?.rows ?? [])].length;
  const first = Math.max(FEWEST, ROWS - above - (hasPicture ? OF_A_PICTURE : 0));
  const parts = packed(card.fields.flatMap(pieces), first);
  const [one, ...others] = parts
    .map(named)
    .map((fields, at) => (at === 0 ? { ...card, fields } : next(card, fields)));
  return [one ?? card, ...others];
}

/** A name that the field before has stands once on a page. */
function named(fields: readonly CardField[]): readonly CardField[] {
  return fields.map((field, at) =>
    fields[at - 1]?.name === field.name ? { ...field, name: CONTINUED } : field,
  );
}

/** What stands under the figure is on the first page only. */
function next({ below: _, table: __, ...card }: Card, fields: readonly CardField[]): Card {
  return { ...card, fields };
}

/** A field that alone would fill half a page is split between its lines. */
function pieces(field: CardField): readonly CardField[] {
  if (rowsOf(field) <= ROWS / 2) return [field];
  const runs: string[][] = [];
  let left = 0;
  for (const line of field.lines) {
    const rows = rowsIn(line);
    const run = runs.at(-1);
    if (run && rows <= left) run.push(line);
    else runs.push([line]);
    left = (run && rows <= left ? left : ROWS / 2) - rows;
  }
  return runs.map((lines) => ({ ...field, lines }));
}

function rowsOf({ lines }: CardField): number {
  return 1 + lines.reduce((sum, line) => sum + rowsIn(line), 0);
}

function rowsIn(line: string): number {
  return Math.ceil(line.length / IN_A_ROW);
}

/** Neighbours in groups that a page has room for, `first` rows on the first; a field larger than a page stands alone. */
function packed(fields: readonly CardField[], first: number): CardField[][] {
  let group: CardField[] = [];
  let left = first;
  const groups = [group];
  for (const field of fields) {
    if (group.length > 0 && (rowsOf(field) > left || group.length === FIELDS)) {
      group = [];
      groups.push(group);
      left = ROWS;
    }
    group.push(field);
    left -= rowsOf(field);
  }
  return groups;
}
