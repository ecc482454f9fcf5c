import type { APIInteractionResponse } from 'discord-api-types/v10';

type Written = Pick<APIInteractionResponse, 'type'> & { readonly json: Uint8Array<ArrayBuffer> };

/** By message, as long as the message is kept: in a meeting one is made once, and sent often. */
const written = new WeakMap<object, Written>();

/** A response in JSON, as Discord takes it. */
export function jsonOf(response: APIInteractionResponse): Uint8Array<ArrayBuffer> {
  const message = 'data' in response ? response.data : undefined;
  const known = message && written.get(message);
  if (known?.type === response.type) return known.json;
  const json = Buffer.from(JSON.stringify(response));
  if (message) written.set(message, { type: response.type, json });
  return json;
}
