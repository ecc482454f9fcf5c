/** Edits between two words, a swap of neighbours counting as one; `limit + 1` as soon as it is more than `limit`. */
export function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [start, aEnd, bEnd] = [0, a.length, b.length];
  while (start < aEnd && start < bEnd && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd -= 1;
    bEnd -= 1;
  }
  if (aEnd === start || bEnd === start) return aEnd - start + (bEnd - start);
  return editsBetween(a.slice(start, aEnd), b.slice(start, bEnd), limit);
}

/** Of words that begin and end differently. */
function editsBetween(a: string, b: string, limit: number): number {
  let { row, last, earlier } = rowsFor(b.length);
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(a, b, i, { row, last, earlier }) > limit) return limit + 1;
    [row, last, earlier] = [earlier, row, last];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** Rows of the table of edits: the one being filled and the two before it. */
type Rows = { readonly row: Uint16Array; readonly last: Uint16Array; readonly earlier: Uint16Array };

const LONGEST = 64;
const rowsOf = (columns: number): Rows => ({
  row: new Uint16Array(columns),
  last: new Uint16Array(columns),
  earlier: new Uint16Array(columns),
});
/** Working memory: hundreds of words are compared with one, and new rows would cost more than filling them. */
const ROWS = rowsOf(LONGEST + 1);

function rowsFor(length: number): Rows {
  const rows = length > LONGEST ? rowsOf(length + 1) : ROWS;
  for (let at = 0; at <= length; at++) rows.last[at] = at;
  return rows;
}

/** Gives the least number in the row: what the distance cannot be below. */
function fillRow(a: string, b: string, i: number, { row, last, earlier }: Rows): number {
  const [here, before] = [a.charCodeAt(i - 1), a.charCodeAt(i - 2)];
  row[0] = i;
  let least = i;
  for (let j = 1; j <= b.length; j++) {
    const letter = b.charCodeAt(j - 1);
    const insertedOrRemoved = Math.min(row[j - 1] ?? 0, last[j] ?? 0) + 1;
    let cell = Math.min(insertedOrRemoved, (last[j - 1] ?? 0) + (here === letter ? 0 : 1));
    const swapped = i > 1 && j > 1 && before === letter && here === b.charCodeAt(j - 2);
    if (swapped) cell = Math.min(cell, (earlier[j - 2] ?? 0) + 1);
    row[j] = cell;
    least = Math.min(least, cell);
  }
  return least;
}
