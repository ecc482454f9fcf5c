/** Edits between two words, a swap of neighbours counting as one; `limit + 1` as soon as it is more than `limit`. */
export function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell(a, b, i, j, row, previous, before));
    if (Math.min(...row) > limit) return limit + 1;
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? limit + 1;
}

function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  row: readonly number[],
  previous: readonly number[],
  before: readonly number[],
): number {
  const same = a[i - 1] === b[j - 1];
  const plain = Math.min(
    (row[j - 1] ?? 0) + 1,
    (previous[j] ?? 0) + 1,
    (previous[j - 1] ?? 0) + (same ? 0 : 1),
  );
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain;
}
