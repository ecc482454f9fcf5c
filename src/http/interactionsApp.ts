import type { KeyObject } from 'node:crypto';
import { Hono } from 'hono';
import type { Body } from '../discord/body.ts';
import { bodyOf } from './bodyOf.ts';
import { type AnyInteraction, isInteraction, isJson, noAnswer } from './guards.ts';
import { type HealthParts, healthApp } from './healthApp.ts';
import { jsonAnswer, toResponse } from './httpAnswer.ts';
import { isFresh, isSigned, type Signed, signedBy } from './signature.ts';

/** Why a request was refused. */
export type Turned = 'signature' | 'size' | 'content-type' | 'form';

export type InteractionParts = HealthParts & {
  readonly publicKey: KeyObject;
  /** Answers an interaction that Discord signed. */
  readonly answer: (interaction: AnyInteraction) => Promise<Body | Response>;
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
async function take(request: Request, parts: InteractionParts): Promise<Response> {
  const { turned } = parts;
  const signed = signedBy((name) => request.headers.get(name));
  if (!isFresh(signed, Date.now())) return refused(turned, UNSIGNED);
  const body = await bodyOf(request, BODY_LIMIT);
  if (body === 'too large') return refused(turned, TOO_LARGE, { Connection: 'close' });
  const read = readBody(
    parts,
    signed,
    request.headers.get('content-type'),
    body === 'broken off' ? null : body,
  );
  if ('refusal' in read) return refused(turned, read.refusal);
  const answer = await parts.answer(read.interaction);
  return 'status' in answer ? answer : toResponse(answer);
}

/** A request that is not answered. */
type Refusal = { readonly why: Turned; readonly status: number; readonly error: string };

const UNSIGNED: Refusal = {
  why: 'signature',
  status: 401,
  error: 'not signed by Discord, or more than five minutes ago',
};
/** Such a body may still be on its way: only closing its connection ends it. */
const TOO_LARGE: Refusal = { why: 'size', status: 413, error: `send at most ${BODY_LIMIT} bytes` };

/** The interaction in a body, or why it is none; null for a body that broke off. */
export function readBody(
  { publicKey }: Pick<InteractionParts, 'publicKey'>,
  signed: Signed,
  type: string | null | undefined,
  body: Uint8Array | null,
): { readonly interaction: AnyInteraction } | { readonly refusal: Refusal } {
  if (body === null) return refusal('form', 400, 'the body broke off');
  if (!isSigned(publicKey, signed, body)) return refusal('signature', 401, 'not signed by Discord');
  if (!isJson(type)) return refusal('content-type', 415, 'send application/json');
  const interaction = parsed(body);
  return isInteraction(interaction) ? { interaction } : refusal('form', 400, 'send a Discord interaction');
}

function refusal(why: Turned, status: number, error: string): { readonly refusal: Refusal } {
  return { refusal: { why, status, error } };
}

function refused(
  turned: InteractionParts['turned'],
  { why, status, error }: Refusal,
  headers: Readonly<Record<string, string>> = {},
): Response {
  turned(why);
  return jsonAnswer({ error }, status, headers);
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(UTF_8.decode(body));
  } catch {
    return null;
  }
}
