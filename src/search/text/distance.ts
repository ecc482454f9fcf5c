/** Edits between two words, a swap of neighbours counting as one; `limit + 1` as soon as it is more than `limit`. */
export function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let rows: Rows = {
    row: new Uint16Array(b.length + 1),
    last: firstRow(b.length),
    earlier: firstRow(b.length),
  };
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(a, b, i, rows) > limit) return limit + 1;
    rows = { row: rows.earlier, last: rows.row, earlier: rows.last };
  }
  return Math.min(rows.last[b.length] ?? 0, limit + 1);
}

/** Rows of the table of edits: the one being filled and the two before it. */
type Rows = { readonly row: Uint16Array; readonly last: Uint16Array; readonly earlier: Uint16Array };

function firstRow(length: number): Uint16Array {
  const row = new Uint16Array(length + 1);
  for (let at = 0; at <= length; at++) row[at] = at;
  return row;
}

/** Gives the least number in the row: what the distance cannot be below. */
function fillRow(a: string, b: string, i: number, { row, last, earlier }: Rows): number {
  row[0] = i;
  let least = i;
  for (let j = 1; j <= b.length; j++) {
    const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
    let cell = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
    const swapped =
      i > 1 &&
      j > 1 &&
      a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
      a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
    if (swapped) cell = Math.min(cell, (earlier[j - 2] ?? 0) + 1);
    row[j] = cell;
    least = Math.min(least, cell);
  }
  return least;
}
