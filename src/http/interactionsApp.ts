import type { KeyObject } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import { type AnyInteraction, atMost, isInteraction, isJson, noAnswer } from './guards.ts';
import { isFresh, isSigned } from './signature.ts';

/** Why a request was refused. */
export type Turned = 'signature' | 'size' | 'content-type' | 'form';

export type InteractionParts = {
  readonly publicKey: KeyObject;
  /** Answers an interaction that Discord signed. */
  readonly answer: (interaction: AnyInteraction) => Promise<Response>;
  readonly readiness: () => { readonly ready: boolean };
  /** Prometheus' text format, with its content type. */
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
  readonly turned: (why: Turned) => void;
  readonly onError: (error: unknown) => void;
};

/** Discord's largest, with a message and its attachments in it, stay far below. */
export const BODY_LIMIT = 1024 * 1024;

export function interactionsApp(parts: InteractionParts): Hono {
  const { readiness, metrics, turned, onError } = parts;
  const app = new Hono();
  app.use(noSniffing);
  app.get('/livez', (c) => c.json({ live: true }));
  app.get('/readyz', (c) => {
    const state = readiness();
    return c.json(state, state.ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    const { text, type } = await metrics();
    return c.body(text, 200, { 'Content-Type': type });
  });
  app.post(
    '/interactions',
    onlyFresh(turned),
    atMost(BODY_LIMIT, () => turned('size')),
    (c) => take(c.req.raw, parts),
  );
  app.all('/interactions', (c) => c.json({ error: 'send POST' }, 405, { Allow: 'POST' }));
  app.onError(noAnswer(onError));
  return app;
}

/** The body of a request is not read unless its headers can be Discord's. */
function onlyFresh(turned: InteractionParts['turned']): MiddlewareHandler {
  return async (c, next) => {
    if (isFresh(signedBy(c.req.raw.headers), Date.now())) return next();
    return refused(turned, 'signature', 401, 'not signed by Discord, or more than five minutes ago');
  };
}

async function take(request: Request, { publicKey, answer, turned }: InteractionParts): Promise<Response> {
  const body = await request.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
  if (body === null) return refused(turned, 'form', 400, 'the body broke off');
  if (!isSigned(publicKey, signedBy(request.headers), body)) {
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

function refused(turned: InteractionParts['turned'], why: Turned, status: number, error: string): Response {
  turned(why);
  return Response.json({ error }, { status });
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return null;
  }
}

const noSniffing: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
  c.res.headers.set('Cache-Control', 'no-store');
};
