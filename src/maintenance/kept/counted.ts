import { z } from 'zod';

/** What every kept line says, for its schema: `key` tells it apart from all others; how often it came, first and last. */
export const COUNTED = {
  key: z.string().regex(/^[0-9a-f]{16}$/),
  /** ISO 8601. */
  first: z.iso.datetime(),
  last: z.iso.datetime(),
  times: z.int().positive(),
};
