import { type APIRole, Routes } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import { restFor } from '../rest.ts';
import { describeError, type Log } from '../safeError.ts';

/** The id of the role that Discord made for the bot when it joined a server; null where there is none. */
export type OwnRole = (guild: string, self: string) => Promise<string | null>;

/** As many servers as four full shards hold; of one that is pushed out the roles are asked for again. */
const MOST_GUILDS = 10_000;
/** A bot invited anew gets another role. */
const HOUR_MS = 60 * 60 * 1000;
/** After a failure; people mention roles more often than Discord should be asked in vain. */
const AGAIN_MS = 60 * 1000;
const LONGEST_WAIT_MS = 5000;
const PATIENCE = { timeout: LONGEST_WAIT_MS, retries: 1 };

/**
 * Asks Discord for the roles of a server when a message there first names a role: without the intent for servers the
 * gateway does not tell them. Never rejects.
 */
export function ownRoles(sending: {
  readonly apiUrl?: string | undefined;
  readonly token: string;
  readonly log: Log;
}): OwnRole {
  const { token, log } = sending;
  const rest = restFor('the roles of a server', LONGEST_WAIT_MS, sending, PATIENCE).setToken(token);
  const known = new LRUCache<string, Promise<string | null>>({ max: MOST_GUILDS, ttl: HOUR_MS });
  const asked = async (guild: string, self: string) => {
    try {
      const roles = (await rest.get(Routes.guildRoles(guild))) as readonly APIRole[];
      return roles.find(({ tags }) => tags?.bot_id === self)?.id ?? null;
    } catch (error) {
      known.set(guild, Promise.resolve(null), { ttl: AGAIN_MS });
      log.warn({ guild, err: describeError(error) }, 'the roles of a server cannot be read');
      return null;
    }
  };
  return (guild, self) => {
    const role = known.get(guild) ?? asked(guild, self);
    if (!known.has(guild)) known.set(guild, role);
    return role;
  };
}
