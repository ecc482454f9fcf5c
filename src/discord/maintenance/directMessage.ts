import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { restFor } from '../rest.ts';
import { codesOf, type Log } from '../safeError.ts';

type Sending = { readonly token: string; readonly apiUrl?: string | undefined; readonly log: Log };

/** `closed`: the person takes none; `refused`: Discord will not take it later either; `failed`: it may. */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'refused' | 'failed'; readonly error: unknown };

/** A text for one person; of two with one `nonce` Discord posts one, within some minutes. Never rejects. */
export type SendDirect = (person: string, text: string, nonce: string) => Promise<Delivery>;

const PATIENCE = { timeout: 10_000, retries: 2 };
const LONGEST_WAIT_MS = 60_000;

export function directSender({ token, ...sending }: Sending): SendDirect {
  const rest = restFor('a direct message', LONGEST_WAIT_MS, sending, PATIENCE).setToken(token);
  return async (person, content, nonce) => {
    const body = { content, allowed_mentions: { parse: [] }, nonce, enforce_nonce: true };
    try {
      const channel = idOf(await rest.post(Routes.userChannels(), { body: { recipient_id: person } }));
      await rest.post(Routes.channelMessages(channel), { body });
      return { outcome: 'sent' };
    } catch (error) {
      return deliveryOf(error);
    }
  };
}

function idOf(channel: unknown): string {
  if (typeof channel === 'object' && channel !== null && 'id' in channel && typeof channel.id === 'string')
    return channel.id;
  throw new Error('Discord gave a channel without an id');
}

const SERVER_ERROR = 500;
const TOO_MANY = 429;

function deliveryOf(error: unknown): Delivery {
  const { code, status = SERVER_ERROR } = codesOf(error);
  if (code === RESTJSONErrorCodes.CannotSendMessagesToThisUser) return { outcome: 'closed' };
  return { outcome: status >= SERVER_ERROR || status === TOO_MANY ? 'failed' : 'refused', error };
}
