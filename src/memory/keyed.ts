/**
 * Texts under keys that all processes of one bot see. Every call is soon through and none rejects; undefined: it is not
 * known, since where the texts are kept is out of reach.
 */
export type Keyed = {
  /** Null: there is none, or its time is up. */
  readonly get: (key: string) => Promise<string | null | undefined>;
  readonly put: (key: string, text: string, keptMs: number) => Promise<void>;
  /** Puts it where nothing is yet; whether it did. */
  readonly add: (key: string, text: string, keptMs: number) => Promise<boolean | undefined>;
  readonly remove: (key: string) => Promise<void>;
};
