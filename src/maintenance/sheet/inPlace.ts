/**
 * What stands in a table, in the order of a file: what was there keeps its place, what is new comes after what stands
 * above it in the table.
 */
export function inPlace<T, P extends { readonly was: T | undefined }>(
  here: readonly P[],
  were: readonly T[],
): readonly P[] {
  const rank = ({ was }: P) => (was === undefined ? -1 : were.indexOf(was));
  const line = here.filter((pair) => rank(pair) >= 0).toSorted((a, b) => rank(a) - rank(b));
  for (const [at, pair] of here.entries()) {
    if (rank(pair) >= 0) continue;
    const above = here[at - 1];
    line.splice(above ? line.indexOf(above) + 1 : line.length, 0, pair);
  }
  return line;
}
