import { type Figure, newest } from './dataset.ts';

/** What a text of programme.json says of a date: `{date}`, `{date:slides-2020}` or `{date:2018-12-31}`. */
export type Placeholder = { readonly text: string; readonly name: string; readonly of: string | null };

/** What dates there are, and which documents are cited at each; from the oldest. */
export type DatesKnown = readonly {
  readonly date: string;
  readonly partial?: boolean | undefined;
  readonly documents: readonly string[];
  readonly figures: readonly Pick<Figure, 'unit'>[];
}[];

const PLACEHOLDER = /\{([^{}:]*)(?::([^{}]*))?\}/g;

export function placeholdersIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(([whole, name = '', of]) => ({
    text: whole,
    name: name.trim(),
    of: of === undefined ? null : of.trim(),
  }));
}

/** The ISO date of a placeholder: the default one, the latest that a document gives figures of, or a date by itself. */
export function dateOf({ name, of }: Placeholder, dates: DatesKnown): string | null {
  if (name !== 'date') return null;
  if (of === null) return newest(dates, ({ figures }) => figures)?.date ?? null;
  const named =
    dates.find(({ date }) => date === of) ?? dates.findLast(({ documents }) => documents.includes(of));
  return named?.date ?? null;
}

/** A text with each placeholder as `say` writes its date; one that means none stays as it is. */
export function withDates(text: string, dates: DatesKnown, say: (date: string) => string): string {
  return placeholdersIn(text).reduce((filled, placeholder) => {
    const date = dateOf(placeholder, dates);
    return date === null ? filled : filled.replaceAll(placeholder.text, say(date));
  }, text);
}
