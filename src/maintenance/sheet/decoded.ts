import { utf8 } from './table.ts';
import { windows1252 } from './windows1252.ts';

/** UTF-8, UTF-16 as «Unicode text» has it, or what Windows writes in western Europe. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return utf8(bytes) ?? windows1252(bytes);
}
