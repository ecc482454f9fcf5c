/** Characters of an id: a request must fit a button. */
const LONGEST = 40;

/** An id that can be read, and that no record has: "Orti urbani – fase 2" is orti-urbani-fase-2. */
export function slugOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const base = cut(plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, ''), LONGEST) || 'x';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const numbered = `${cut(base, LONGEST - ending.length)}${ending}`;
    if (!taken.has(numbered)) return numbered;
  }
}

/** Whole words, where the first of them is short enough. */
function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const head = slug.slice(0, length + 1);
  const end = head.lastIndexOf('-');
  return (end > 0 ? head.slice(0, end) : slug.slice(0, length)).replace(/-+$/, '');
}
