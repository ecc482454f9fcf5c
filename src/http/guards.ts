import type { ErrorHandler, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Lit sets colours as style attributes; everything else comes from the bundle, and nothing from elsewhere. */
const POLICY = [
  "default-src 'self' data:",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

export const guardedHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};

/** Against DNS rebinding: a page elsewhere can point its name at this machine, but not change the Host it sends. */
export function onlyHosts(hosts: () => ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? '';
    if (!hosts().has(host)) return c.json({ error: `unknown host: open ${[...hosts()].join(' or ')}` }, 421);
    return next();
  };
}

/** Against other sites' pages: a browser names the page that sends, programs such as curl send no Origin. */
export const onlyOwnPages: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const foreign = origin !== undefined && origin !== `http://${c.req.header('host')}`;
  if (foreign || (site !== undefined && site !== 'same-origin')) {
    return c.json({ error: 'only the page of this server may ask' }, 403);
  }
  return next();
};

export const onlyJson: MiddlewareHandler = async (c, next) => {
  if (!isJson(c.req.header('content-type'))) return c.json({ error: 'send application/json' }, 415);
  return next();
};

export function isJson(type: string | null | undefined): boolean {
  return /^application\/json\b/i.test(type ?? '');
}

/** Refuses larger bodies; `refused` is called for each. */
export function atMost(maxSize: number, refused: () => void = () => undefined): MiddlewareHandler {
  const onError = () => {
    refused();
    return Response.json({ error: `send at most ${maxSize} bytes` }, { status: 413 });
  };
  return bodyLimit({ maxSize, onError });
}

/** Discord's JSON, of which only the type has been checked. */
export type AnyInteraction = { readonly type: number };

export function isInteraction(value: unknown): value is AnyInteraction {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'number';
}

/** What is said of an answer that failed. */
export const NO_ANSWER = { error: 'no answer: the log says why' };

export function noAnswer(onError: (error: unknown) => void): ErrorHandler {
  return (error, c) => {
    onError(error);
    return c.json(NO_ANSWER, 500);
  };
}
