import { z } from 'zod';

const LONGEST_TEXT = 1000;
const text = z.string().max(LONGEST_TEXT);
const key = z.string().max(200);
const texts = z.strictObject({ it: text, en: text });

/** What a person does to an item of a draft, as the page sends it. Only what is decided counts, nothing is inferred. */
export const decisionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['confirm', 'leave-out', 'reopen']), key }),
  z.strictObject({
    action: z.literal('correct'),
    key,
    printed: text,
    /** The place of the number on a page, where the person showed it there. */
    at: z.strictObject({ page: z.int().min(1), start: z.int().min(0) }).optional(),
  }),
  z.strictObject({ action: z.literal('quote'), key, quote: text }),
  z.strictObject({ action: z.literal('write'), key, texts, brief: texts.optional() }),
]);

export type Decision = z.infer<typeof decisionSchema>;
