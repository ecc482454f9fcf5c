import type { RawFile } from '@discordjs/rest';
import type { OutFile } from './outgoing.ts';

/** As Discord's REST client takes it. */
export function toRawFile({ name, data }: OutFile): RawFile {
  return { name, data: Buffer.from(data) };
}
