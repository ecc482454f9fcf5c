import type { KeyObject } from 'node:crypto';
import { Hono } from 'hono';
import { bodyOf } from './bodyOf.ts';
import { type AnyInteraction, isInteraction, isJson, noAnswer } from './guards.ts';
import { type HealthParts, healthApp } from './healthApp.ts';
import { jsonAnswer } from './httpAnswer.ts';
import { isFresh, isSigned } from './signature.ts';

/** Why a request was refused. */
export type Turned = 'signature' | 'size' | 'content-type' | 'form';

export type InteractionParts = HealthParts & {
  readonly publicKey: KeyObject;
  /** Answers an interaction that Discord signed. */
  readonly answer: (interaction: AnyInteraction) => Promise<Response>;
  readonly turned: (why: Turned) => void;
};

/** Discord's largest, with a message and its attachments in it, stay far below. */
export const BODY_LIMIT = 1024 * 1024;

export function interactionsApp(parts: InteractionParts): Hono {
  const app = new Hono();
  // Before all else, since what is said of health is said with headers that are set one by one.
  app.post('/interactions', (c) => take(c.req.raw, parts));
  app.route('/', healthApp(parts));
  app.all('/interactions', () => jsonAnswer({ error: 'send POST' }, 405, { Allow: 'POST' }));
  app.onError(noAnswer(parts.onError));
  return app;
}

/** The body of a request is not read unless its headers can be Discord's. */
async function take(request: Request, { publicKey, answer, turned }: InteractionParts): Promise<Response> {
  const signed = signedBy(request.headers);
  if (!isFresh(signed, Date.now())) {
    return refused(turned, 'signature', 401, 'not signed by Discord, or more than five minutes ago');
  }
  const body = await bodyOf(request, BODY_LIMIT);
  if (body === 'too large') return refused(turned, 'size', 413, `send at most ${BODY_LIMIT} bytes`);
  if (body === 'broken off') return refused(turned, 'form', 400, 'the body broke off');
  if (!isSigned(publicKey, signed, body)) {
    return refused(turned, 'signature', 401, 'not signed by Discord');
  }
  if (!isJson(request.headers.get('content-type'))) {
    return refused(turned, 'content-type', 415, 'send application/json');
  }
  const interaction = parsed(body);
  return isInteraction(interaction)
    ? answer(interaction)
    : refused(turned, 'form', 400, 'send a Discord interaction');
}

function signedBy(headers: Headers) {
  return {
    signature: headers.get('x-signature-ed25519') ?? undefined,
    timestamp: headers.get('x-signature-timestamp') ?? undefined,
  };
}

/** A body that is too large may still be on its way: only closing its connection ends it. */
function refused(turned: InteractionParts['turned'], why: Turned, status: number, error: string): Response {
  turned(why);
  return jsonAnswer({ error }, status, why === 'size' ? { Connection: 'close' } : {});
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(UTF_8.decode(body));
  } catch {
    return null;
  }
}
