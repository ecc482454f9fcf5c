import { randomUUID } from 'node:crypto';
import type { OutFile, Outgoing } from '../discord/outgoing.ts';
import { jsonOf } from '../discord/responseJson.ts';

/** No answer is another type than it says, nor to be kept on its way. */
export const PLAIN = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' } as const;

const JSON_TYPE = 'application/json';

/** The body of an answer, and the type that it says. */
export type HttpAnswer = { readonly type: string; readonly body: Uint8Array<ArrayBuffer> };

/** An answer as the body of an HTTP response: JSON, or a form with the JSON and its files as Discord's uploads are. */
export function httpAnswer({ response, files }: Pick<Outgoing, 'response' | 'files'>): HttpAnswer {
  return files.length === 0 ? { type: JSON_TYPE, body: jsonOf(response) } : formOf(response, files);
}

/** Written by hand: through FormData and Response a form takes longer than all else that its answer takes. */
function formOf(response: Outgoing['response'], files: readonly OutFile[]): HttpAnswer {
  const boundary = `form-${randomUUID()}`;
  const part = (name: string, content: Uint8Array) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name=${name}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ];
  const parts = [
    ...part('"payload_json"', jsonOf(response)),
    ...files.flatMap(({ name, data }, at) =>
      part(`"files[${at}]"; filename="${name}"\r\nContent-Type: application/octet-stream`, Buffer.from(data)),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(parts) };
}

/** The headers of an answer of this type. */
export function headersOf(type: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { 'Content-Type': type, ...PLAIN, ...more };
}

/** What the server itself says. */
export function saying(value: object): HttpAnswer {
  return { type: JSON_TYPE, body: Buffer.from(JSON.stringify(value)) };
}

export function toResponse({ type, body }: HttpAnswer): Response {
  return new Response(body, { headers: headersOf(type) });
}

/** With headers that are plain values: they are written as they are, while others are copied several times first. */
export function jsonAnswer(
  value: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(value), { status, headers: headersOf(JSON_TYPE, headers) });
}
