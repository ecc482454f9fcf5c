import { setTimeout as sleep } from 'node:timers/promises';
import { REST } from '@discordjs/rest';
import { type APIInteraction, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Locale } from '../../model/locale.ts';
import { apiBase, toRawFile } from '../rest.ts';
import { codesOf, failureId, type Log } from '../safeError.ts';
import { type Edit, lineEdit } from './edits.ts';
import { maintenanceWords } from './words.ts';

type FinishOptions = {
  readonly apiUrl?: string | undefined;
  readonly locale: Locale;
  readonly log: Log;
};

const PATIENCE = { timeout: 10_000, retries: 2, hashSweepInterval: 0, handlerSweepInterval: 0 };
/** Milliseconds until an edit that overtook its answer is tried again. */
const AGAIN_MS = [250, 500, 1000, 2000];
/** Discord knows of no such answer: over HTTP the answer may not be through yet. */
const NOT_YET: readonly (string | number | undefined)[] = [
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
];

/** Makes the edit of the first answer to an interaction. Never rejects. */
export async function finish(
  { id, application_id, token }: APIInteraction,
  edit: Edit,
  { apiUrl, locale, log }: FinishOptions,
): Promise<void> {
  const rest = new REST({ api: apiBase(apiUrl), ...PATIENCE });
  const route = Routes.webhookMessage(application_id, token);
  const of = { interactionId: id };
  /** Null where Discord took the edit, else the id of the failure in the log. */
  const send = async ({ message: body, files }: Edit) => {
    try {
      await patiently(() => rest.patch(route, { body, files: files.map(toRawFile), auth: false }));
      log.debug(of, 'maintenance answered');
      return null;
    } catch (error) {
      return failureId(error, 'the outcome of maintenance did not arrive', of, log);
    }
  };
  const errorId = await send(edit);
  // Discord may have refused the files or the length; one line is refused only where nothing arrives.
  if (errorId !== null) await send(lineEdit(maintenanceWords[locale].failure(errorId)));
}

async function patiently(send: () => Promise<unknown>): Promise<unknown> {
  for (const wait of AGAIN_MS) {
    try {
      return await send();
    } catch (error) {
      if (!NOT_YET.includes(codesOf(error).code)) throw error;
      await sleep(wait);
    }
  }
  return send();
}
