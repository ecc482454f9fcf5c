import { randomUUID } from 'node:crypto';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { OutFile, Outgoing } from './outgoing.ts';

/** What is sent to Discord, and the type that it says. */
export type Body = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

export const JSON_TYPE = 'application/json';

/** A response as Discord takes it: JSON, or a form with the JSON and its files. */
export function bodyOf({ response, files }: Pick<Outgoing, 'response' | 'files'>): Body {
  return files.length === 0 ? { type: JSON_TYPE, bytes: jsonOf(response) } : formOf(response, files);
}

type Written = Pick<APIInteractionResponse, 'type'> & { readonly json: Uint8Array<ArrayBuffer> };

/** By message, as long as the message is kept: in a meeting one is made once, and sent often. */
const written = new WeakMap<object, Written>();

function jsonOf(response: APIInteractionResponse): Uint8Array<ArrayBuffer> {
  const message = 'data' in response ? response.data : undefined;
  const known = message && written.get(message);
  if (known?.type === response.type) return known.json;
  const json = Buffer.from(JSON.stringify(response));
  if (message) written.set(message, { type: response.type, json });
  return json;
}

/** Written by hand: through FormData it takes longer than all else that an answer with a picture takes. */
function formOf(response: APIInteractionResponse, files: readonly OutFile[]): Body {
  const boundary = `form-${randomUUID()}`;
  const part = (name: string, content: Uint8Array) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name=${name}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ];
  const parts = [
    ...part('"payload_json"', jsonOf(response)),
    ...files.flatMap(({ name, data }, at) =>
      part(`"files[${at}]"; filename="${name}"\r\nContent-Type: ${typeOf(name)}`, Buffer.from(data)),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat(parts) };
}

function typeOf(name: string): string {
  return name.endsWith('.png') ? 'image/png' : 'application/octet-stream';
}
