import { type Body, JSON_TYPE } from '../discord/body.ts';

/** No answer is another type than it says, nor to be kept on its way. */
export const PLAIN = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' } as const;

/** The headers of an answer of this type. */
export function headersOf(type: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { 'Content-Type': type, ...PLAIN, ...more };
}

/** What the server itself says. */
export function saying(value: object): Body {
  return { type: JSON_TYPE, bytes: Buffer.from(JSON.stringify(value)) };
}

export function toResponse({ type, bytes }: Body): Response {
  return new Response(bytes, { headers: headersOf(type) });
}

/** With headers that are plain values: they are written as they are, while others are copied several times first. */
export function jsonAnswer(
  value: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(value), { status, headers: headersOf(JSON_TYPE, headers) });
}
