/** What a program prints, and with which status it ends: 2 for a wrong call, 1 for what cannot be done. */
export type Outcome = { readonly status: 0 | 1 | 2; readonly lines: readonly string[] };
