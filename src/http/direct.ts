import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Body } from '../discord/body.ts';
import { NO_ANSWER } from './guards.ts';
import { headersOf, saying } from './httpAnswer.ts';
import { BODY_LIMIT, type InteractionParts, readBody } from './interactionsApp.ts';
import { isFresh, type Signed, signedBy } from './signature.ts';

/**
 * Takes a request that may be Discord's: its headers are signed just now, and say a length that fits. Gives whether it
 * took it. Without the framework a request costs a third less than with it; what is refused by its headers alone, as is
 * all that Discord never sends, stays with the framework.
 */
export function directly(parts: InteractionParts, isStopping: () => boolean) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    const { method, url, headers } = incoming;
    if (method !== 'POST' || url !== '/interactions') return false;
    const signed = signedBy((name) => headers[name]?.toString());
    const fits = Number(headers['content-length'] ?? Number.NaN) <= BODY_LIMIT;
    if (!fits || !isFresh(signed, Date.now())) return false;
    void answerTo(incoming, signed, parts).then(({ status, type, bytes }) => {
      const more = isStopping() ? { Connection: 'close' } : {};
      outgoing.writeHead(status, { ...headersOf(type, more), 'Content-Length': bytes.length }).end(bytes);
    });
    return true;
  };
}

/** Never rejects. */
async function answerTo(
  incoming: IncomingMessage,
  signed: Signed,
  parts: InteractionParts,
): Promise<Body & { readonly status: number }> {
  const read = readBody(parts, signed, incoming.headers['content-type'], await wholeOf(incoming));
  if ('refusal' in read) {
    const { why, status, error } = read.refusal;
    parts.turned(why);
    return { status, ...saying({ error }) };
  }
  try {
    const answer = await parts.answer(read.interaction);
    return 'status' in answer ? await ofResponse(answer) : { status: 200, ...answer };
  } catch (error) {
    parts.onError(error);
    return { status: 500, ...saying(NO_ANSWER) };
  }
}

/** The body of a request; null where it broke off. */
function wholeOf(incoming: IncomingMessage): Promise<Uint8Array | null> {
  return new Promise((settle) => {
    const parts: Uint8Array[] = [];
    incoming
      .on('data', (part: Uint8Array) => parts.push(part))
      .on('end', () => settle(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)))
      .on('error', () => settle(null));
  });
}

async function ofResponse(response: Response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type') ?? '', bytes };
}
