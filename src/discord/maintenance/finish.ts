import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { REST } from '@discordjs/rest';
import { type APIInteraction, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Locale } from '../../model/locale.ts';
import { apiBase } from '../apiBase.ts';
import { localeIn } from '../asker.ts';
import { toRawFile } from '../rawFile.ts';
import { codesOf, describeError } from '../safeError.ts';
import { type Edited, lineEdit } from './edited.ts';
import { maintenanceWords } from './words.ts';

type Log = { readonly [K in 'debug' | 'error']: (details: object, message: string) => void };
/** Makes of the first answer to an interaction what it is to become. Never rejects. */
export type Finish = (interaction: APIInteraction, edited: Edited) => Promise<void>;

const PATIENCE = { timeout: 10_000, retries: 2, hashSweepInterval: 0, handlerSweepInterval: 0 };
/** Milliseconds after which an edit that came before the answer that it edits is tried again. */
const AGAIN_MS = [250, 500, 1000, 2000];
/** So Discord says that there is no such answer: over HTTP it may not have taken it in yet. */
const NOT_YET: readonly (string | number | undefined)[] = [
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
];

type FinishOptions = {
  readonly apiUrl?: string | undefined;
  /** For whoever Discord names no language of. */
  readonly fallback: Locale;
  readonly log: Log;
};

export function newFinish({ apiUrl, fallback, log }: FinishOptions): Finish {
  const rest = new REST({ api: apiBase(apiUrl), ...PATIENCE });
  /** Null where Discord took it, else by what the log knows the error. */
  const sent = async ({ id, application_id, token }: APIInteraction, { message, files }: Edited) => {
    const request = { body: message, files: files.map(toRawFile), auth: false };
    try {
      await again(() => rest.patch(Routes.webhookMessage(application_id, token), request), AGAIN_MS);
      log.debug({ interactionId: id }, 'maintenance answered');
      return null;
    } catch (error) {
      const errorId = randomBytes(4).toString('hex');
      const err = describeError(error);
      log.error({ errorId, interactionId: id, err }, 'the outcome of maintenance did not arrive');
      return errorId;
    }
  };
  return async (interaction, edited) => {
    const errorId = await sent(interaction, edited);
    if (errorId === null) return;
    // What was refused may have been its files or its length; one line is refused only where nothing arrives.
    await sent(interaction, lineEdit(maintenanceWords[localeIn(interaction, fallback)].failure(errorId)));
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
