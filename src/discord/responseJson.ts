import type { APIInteractionResponse } from 'discord-api-types/v10';

/** The JSON of messages, as long as the messages themselves are kept: for a meeting they are made once, and sent often. */
const texts = new WeakMap<object, string>();

/** A response as Discord takes it, in UTF-8. */
export function jsonOf(response: APIInteractionResponse): Buffer<ArrayBuffer> {
  if (!('data' in response) || !response.data) return Buffer.from(JSON.stringify(response));
  const { type, data } = response;
  const text = texts.get(data) ?? JSON.stringify(data);
  texts.set(data, text);
  return Buffer.from(`{"type":${type},"data":${text}}`);
}
