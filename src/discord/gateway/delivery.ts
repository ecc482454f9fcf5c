import { type APIInteraction, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { bodyOf } from '../body.ts';
import type { Send } from '../chat/chat.ts';
import type { Outgoing } from '../outgoing.ts';
import { restFor, toRawFile } from '../rest.ts';
import { codesOf, describeError } from '../safeError.ts';
import { ageOf } from './clock.ts';
import { LONGEST_WAIT_MS } from './turns.ts';

type Sending = { readonly apiUrl?: string | undefined; readonly log: Logger };

/** A later callback is too late: Discord wants it within three seconds. */
const CALLBACK_MS = 2500;
const MESSAGE_MS = 10_000;
/** Nobody still waits for an answer that Discord's rate limit holds back for longer. */
const LONGEST_LIMIT_MS = 30_000;

/**
 * Posts one response; gives whether Discord took it, as far as one knows. Never rejects. Discord takes one response and
 * says so to a second, so one more try after a failure of its own is safe while there is time. Callbacks have a REST of
 * their own: by default a hanging one would be tried for a minute.
 */
export function callbackSender(sending: Sending) {
  const rest = restFor('a callback', CALLBACK_MS, sending, {
    timeout: CALLBACK_MS,
    retries: 0,
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  });
  return async (
    { id, token, type }: APIInteraction,
    outgoing: Outgoing,
    received: number,
  ): Promise<boolean> => {
    const { log } = sending;
    const leftMs = () => Math.ceil(LONGEST_WAIT_MS - (performance.now() - received));
    const of = { interactionId: id, kind: type };
    const { type: contentType, bytes } = bodyOf(outgoing);
    const callback = {
      body: bytes,
      passThroughBody: true,
      headers: { 'Content-Type': contentType },
      auth: false,
    };
    const send = (within: { readonly signal?: AbortSignal } = {}) =>
      rest.post(Routes.interactionCallback(id, token), { ...callback, ...within });
    try {
      await send().catch((error: unknown) => again(error, leftMs(), send));
      log.debug({ ...of, ms: Math.round(performance.now() - received) }, 'answered');
      return true;
    } catch (error) {
      const details = { ...of, ageMs: ageOf(id), err: describeError(error) };
      const expired = codesOf(error).code === RESTJSONErrorCodes.UnknownInteraction;
      if (expired) log.warn(details, 'the interaction expired before its answer arrived');
      else if (isRefusal(error)) log.error(details, 'the answer did not arrive');
      else
        log.error(
          details,
          'the answer did not arrive, or arrived and Discord did not say so: not known which',
        );
      return false;
    }
  };
}

/**
 * The second try after a failure of Discord's, or of the connection. That Discord has the response already means that
 * the first arrived.
 */
async function again(
  error: unknown,
  leftMs: number,
  send: (within: { readonly signal: AbortSignal }) => Promise<unknown>,
): Promise<unknown> {
  const { status = 0 } = codesOf(error);
  const failed = status >= FAILED_AT_DISCORD || isOfConnection(error);
  if (!failed || leftMs <= 0) throw error;
  return send({ signal: AbortSignal.timeout(leftMs) }).catch((second: unknown) => {
    if (codesOf(second).code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw second;
  });
}

const FAILED_AT_DISCORD = 500;

/** Connections that were not made, and those that were cut before Discord answered. */
const UNMADE: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
const CUT: readonly unknown[] = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET'];

function isOfConnection(error: unknown): boolean {
  const { code } = codesOf(error);
  return UNMADE.includes(code) || CUT.includes(code);
}

/** Whether Discord certainly does not have the response: it said no, or heard nothing. */
function isRefusal(error: unknown): boolean {
  const { status = 0, code } = codesOf(error);
  return (status >= REFUSED && status < FAILED_AT_DISCORD) || UNMADE.includes(code);
}

const REFUSED = 400;

/** Posts messages, those of one channel one after the other; waits while Discord limits their rate. */
export function messageSender(sending: Sending & { readonly token: string }): Send {
  const patience = { timeout: MESSAGE_MS, retries: 2 };
  const rest = restFor('a message', LONGEST_LIMIT_MS, sending, patience).setToken(sending.token);
  return async (channel, body, files) => {
    const message = { body, files: files.map(toRawFile) };
    const posted: unknown = await rest.post(Routes.channelMessages(channel), message);
    const hasId = typeof posted === 'object' && posted !== null && 'id' in posted;
    return hasId && typeof posted.id === 'string' ? posted.id : null;
  };
}
