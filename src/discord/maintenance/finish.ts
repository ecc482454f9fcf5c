import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { REST } from '@discordjs/rest';
import { type APIInteraction, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Locale } from '../../model/locale.ts';
import { apiBase, toRawFile } from '../rest.ts';
import { codesOf, describeError } from '../safeError.ts';
import { type Edit, lineEdit } from './edits.ts';
import { maintenanceWords } from './words.ts';

type FinishOptions = {
  readonly apiUrl?: string | undefined;
  readonly locale: Locale;
  readonly log: { readonly [K in 'debug' | 'error']: (details: object, message: string) => void };
};

const PATIENCE = { timeout: 10_000, retries: 2, hashSweepInterval: 0, handlerSweepInterval: 0 };
/** Milliseconds after which an edit that came before the answer that it edits is tried again. */
const AGAIN_MS = [250, 500, 1000, 2000];
/** So Discord says that there is no such answer: over HTTP it may not have taken it in yet. */
const NOT_YET: readonly (string | number | undefined)[] = [
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
];

/** Makes of the first answer to an interaction what it is to become. Never rejects. */
export async function finish(
  { id, application_id, token }: APIInteraction,
  edit: Edit,
  { apiUrl, locale, log }: FinishOptions,
): Promise<void> {
  const rest = new REST({ api: apiBase(apiUrl), ...PATIENCE });
  const send = ({ message, files }: Edit) =>
    rest.patch(Routes.webhookMessage(application_id, token), {
      body: message,
      files: files.map(toRawFile),
      auth: false,
    });
  /** Null where Discord took it, else by what the log knows the error. */
  const sent = async (what: Edit) => {
    try {
      await again(() => send(what), AGAIN_MS);
      log.debug({ interactionId: id }, 'maintenance answered');
      return null;
    } catch (error) {
      const errorId = randomBytes(4).toString('hex');
      const err = describeError(error);
      log.error({ errorId, interactionId: id, err }, 'the outcome of maintenance did not arrive');
      return errorId;
    }
  };
  const errorId = await sent(edit);
  // What was refused may have been its files or its length; one line is refused only where nothing arrives.
  if (errorId !== null) await sent(lineEdit(maintenanceWords[locale].failure(errorId)));
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
