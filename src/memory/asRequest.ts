import { z } from 'zod';
import { LOCALES } from '../model/locale.ts';
import type { Request } from '../model/request.ts';

const wanted = z.object({ command: z.string(), options: z.record(z.string(), z.string()) });
const alone = wanted.extend({ locale: z.enum(LOCALES), beside: z.array(wanted).exactOptional() });
const requestSchema = alone.extend({ after: alone.exactOptional() });

/** A request as it was written down; null for anything else, such as what another version of the bot wrote. */
export function asRequest(text: string): Request | null {
  try {
    return requestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
