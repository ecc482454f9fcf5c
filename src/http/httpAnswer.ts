import type { Outgoing } from '../discord/outgoing.ts';

/** An answer as the body of an HTTP response: JSON, or a form with the JSON and its files as Discord's uploads are. */
export function httpAnswer({ response, files }: Pick<Outgoing, 'response' | 'files'>): Response {
  if (files.length === 0) return Response.json(response);
  const form = new FormData();
  form.append('payload_json', JSON.stringify(response));
  for (const [at, { name, data }] of files.entries()) form.append(`files[${at}]`, new File([data], name));
  return new Response(form);
}
