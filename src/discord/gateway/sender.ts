import { REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { apiBase } from '../apiBase.ts';
import type { Send } from '../chat/chat.ts';
import { toRawFile } from '../rawFile.ts';

type SenderOptions = {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly log: Pick<Logger, 'warn'>;
};

const TIMEOUT_MS = 10_000;
/** Nobody still waits for an answer that Discord would hold back for longer. */
const LONGEST_WAIT_MS = 30_000;

/** Posts messages, those of one channel one after the other; waits while Discord limits their rate. */
export function messageSender({ token, apiUrl, log }: SenderOptions): Send {
  const rest = new REST({
    api: apiBase(apiUrl),
    timeout: TIMEOUT_MS,
    retries: 2,
    rejectOnRateLimit({ method, global, scope, retryAfter }) {
      log.warn({ method, global, scope, retryAfter }, 'a message is rate limited by Discord');
      return retryAfter > LONGEST_WAIT_MS;
    },
  }).setToken(token);
  return async (channel, body, files) => {
    const posted: unknown = await rest.post(Routes.channelMessages(channel), {
      body,
      files: files.map(toRawFile),
    });
    const hasId = typeof posted === 'object' && posted !== null && 'id' in posted;
    return hasId && typeof posted.id === 'string' ? posted.id : null;
  };
}
