import {
  type APIGatewayBotInfo,
  Client,
  Events,
  GatewayIntentBits,
  Options,
  RESTEvents,
  Routes,
  SimpleShardingStrategy,
} from 'discord.js';
import type { Chat } from '../chat/addressed.ts';
import { apiBase } from '../rest.ts';
import { describeError, type Log, withoutTokens } from '../safeError.ts';
import { behind, type Gate } from './gate.ts';
import { AUTO, type Shards, shardOptions } from './shards.ts';

export type ClientOptions = {
  readonly apiUrl?: string | undefined;
  readonly chat: Chat;
  /** Absent: `auto`. */
  readonly shards?: Shards;
  readonly log: Log;
};

/** A discord.js client that only holds the connection: the events that the connection carries go to the gate. */
export function newClient({ apiUrl, chat, shards = AUTO, log }: ClientOptions, gate: Gate): Client {
  const client = new Client({
    intents: intentsFor(chat),
    ...shardOptions(shards),
    makeCache: Options.cacheWithLimits({ UserManager: 0, GuildMemberManager: 0, MessageManager: 0 }),
    // It would wait in silence for as long as Discord wants, which whoever watches the bot must see.
    rest: { api: apiBase(apiUrl), rejectOnRateLimit: () => true },
    ws: { buildStrategy: (manager) => new SimpleShardingStrategy(behind(gate, manager)) },
  });
  client.rest.on(RESTEvents.RateLimited, ({ method, global, scope, retryAfter }) => {
    log.warn({ method, global, scope, retryAfter }, 'rate limited by Discord');
  });
  client.on(Events.Error, (error) => log.error({ err: describeError(error) }, 'discord.js reports an error'));
  client.on(Events.Warn, (text) => log.warn({ text: withoutTokens(text) }, 'discord.js warns'));
  client.on(Events.ShardError, (error, shard) => {
    log.warn({ shard, err: describeError(error) }, 'connection error on the gateway');
  });
  return client;
}

/** How many sessions Discord still lets this bot begin, when that number starts anew, how many shards it recommends, and how many may begin at a time. */
export async function sessionBudget(client: Client, token: string) {
  const info = await client.rest.setToken(token).get(Routes.gatewayBot());
  const { session_start_limit: limit, shards } = info as APIGatewayBotInfo;
  const { remaining, reset_after: resetAfterMs, max_concurrency: concurrency } = limit;
  return { remaining, resetAfterMs, shards, concurrency };
}

/** Interactions need no intent. These two are not privileged: Discord gives the text of messages to the bot all the same. */
function intentsFor({ mentions, dms }: Chat): GatewayIntentBits[] {
  const { GuildMessages, DirectMessages } = GatewayIntentBits;
  return [...(mentions ? [GuildMessages] : []), ...(dms ? [DirectMessages] : [])];
}
