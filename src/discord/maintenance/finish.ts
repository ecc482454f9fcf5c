import { setTimeout as sleep } from 'node:timers/promises';
import { REST } from '@discordjs/rest';
import { type APIInteraction, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { apiBase } from '../apiBase.ts';
import { toRawFile } from '../rawFile.ts';
import { codesOf, describeError } from '../safeError.ts';
import type { Edited } from './edited.ts';

type Log = { readonly [K in 'debug' | 'error']: (details: object, message: string) => void };
/** Makes of the first answer to an interaction what it is to become. Never rejects. */
export type Finish = (
  interaction: Pick<APIInteraction, 'id' | 'application_id' | 'token'>,
  edited: Edited,
) => Promise<void>;

const TIMEOUT_MS = 10_000;
/** Milliseconds after which an edit that came before the answer that it edits is tried again. */
const AGAIN_MS = [250, 500, 1000, 2000];
/** So Discord says that there is no such answer: over HTTP it may not have taken it in yet. */
const NOT_YET: readonly (string | number | undefined)[] = [
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
];

export function newFinish({
  apiUrl,
  log,
}: {
  readonly apiUrl?: string | undefined;
  readonly log: Log;
}): Finish {
  const rest = new REST({
    api: apiBase(apiUrl),
    timeout: TIMEOUT_MS,
    retries: 2,
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  });
  return async ({ id, application_id, token }, { message, files }) => {
    const route = Routes.webhookMessage(application_id, token);
    const request = { body: message, files: files.map(toRawFile), auth: false };
    try {
      await again(() => rest.patch(route, request), AGAIN_MS);
      log.debug({ interactionId: id }, 'maintenance answered');
    } catch (error) {
      log.error(
        { interactionId: id, err: describeError(error) },
        'the outcome of maintenance did not arrive',
      );
    }
  };
}

async function again(send: () => Promise<unknown>, waits: readonly number[]): Promise<unknown> {
  const [wait, ...others] = waits;
  try {
    return await send();
  } catch (error) {
    if (wait === undefined || !NOT_YET.includes(codesOf(error).code)) throw error;
    await sleep(wait);
    return again(send, others);
  }
}
