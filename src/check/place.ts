/** Keys and indices from the root of a JSON document to a place in it. */
export type Path = readonly (string | number)[];

/** Where a text has something: line and column from 1. */
export type Place = { readonly line: number; readonly column: number };

/** What is wrong, and what to write instead, in both languages. */
export type Words = {
  readonly it: string;
  readonly en: string;
  readonly adviceIt: string;
  readonly adviceEn: string;
};
