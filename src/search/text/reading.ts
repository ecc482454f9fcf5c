/** What the field writes in many ways becomes one term; `words` is how many words of the text it takes. */
export type Reading = { readonly term: string; readonly words: number };
