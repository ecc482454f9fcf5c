import type { Outgoing } from '../discord/outgoing.ts';

/** No answer is another type than it says, nor to be kept on its way. */
export const PLAIN = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' } as const;

/** An answer as the body of an HTTP response: JSON, or a form with the JSON and its files as Discord's uploads are. */
export function httpAnswer({ response, files }: Pick<Outgoing, 'response' | 'files'>): Response {
  if (files.length === 0) return jsonAnswer(response);
  const form = new FormData();
  form.append('payload_json', JSON.stringify(response));
  for (const [at, { name, data }] of files.entries()) form.append(`files[${at}]`, new File([data], name));
  return new Response(form, { headers: PLAIN });
}

/** With headers that are plain values: they are written as they are, while others are copied several times first. */
export function jsonAnswer(
  value: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const type = { 'Content-Type': 'application/json' };
  return new Response(JSON.stringify(value), { status, headers: { ...type, ...PLAIN, ...headers } });
}
