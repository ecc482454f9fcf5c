import { type RawFile, REST, type RESTOptions } from '@discordjs/rest';
import type { OutFile } from './outgoing.ts';
import type { Log } from './safeError.ts';

const DISCORD_API = 'https://discord.com/api';

/** The base of Discord's API without its version, which the client adds: with or without `/v10` in the setting. */
export function apiBase(url: string | undefined): string {
  return (url ?? DISCORD_API).replace(/\/+$/, '').replace(/\/v\d+$/, '');
}

/** A client that logs rate limits, for which it has no event, and gives up where a limit lasts longer than `waitMs`. */
export function restFor(
  what: string,
  waitMs: number,
  { apiUrl, log }: { readonly apiUrl?: string | undefined; readonly log: Log },
  options: Partial<RESTOptions>,
): REST {
  return new REST({
    ...options,
    api: apiBase(apiUrl),
    rejectOnRateLimit({ method, global, scope, retryAfter }) {
      log.warn({ method, global, scope, retryAfter }, `${what} is rate limited by Discord`);
      return retryAfter > waitMs;
    },
  });
}

/** As Discord's REST client takes it. */
export function toRawFile({ name, data }: OutFile): RawFile {
  return { name, data: Buffer.from(data) };
}
