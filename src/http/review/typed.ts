/** What somebody has typed and not yet saved stays in the browser, also when the window closes. */
const nameOf = (date: string, key: string, field: string) => `review ${date} ${key} ${field}`;

/** Every field that an item may have. */
const FIELDS = ['printed', 'quote', 'it', 'en', 'brief.it', 'brief.en'] as const;
export type Field = (typeof FIELDS)[number];

export function keep(date: string, key: string, field: Field, text: string): void {
  storage()?.setItem(nameOf(date, key, field), text);
}

export const kept = (date: string, key: string, field: Field): string | null =>
  storage()?.getItem(nameOf(date, key, field)) ?? null;

export function forget(date: string, key: string): void {
  for (const field of FIELDS) storage()?.removeItem(nameOf(date, key, field));
}

export const hasTyped = (date: string, key: string): boolean =>
  FIELDS.some((field) => kept(date, key, field) !== null);

/** A browser that keeps nothing still shows the page. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
