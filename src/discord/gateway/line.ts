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
import type { Logger } from 'pino';
import type { Chat } from '../chat/addressed.ts';
import { apiBase } from '../rest.ts';
import { describeError, withoutTokens } from '../safeError.ts';
import { behind, type Gate } from './gate.ts';
import type { Line } from './session.ts';

type LineOptions = { readonly apiUrl?: string | undefined; readonly chat: Chat; readonly log: Logger };

/** A discord.js client that holds the connection; what the connection carries goes past it. */
export function openLine({ apiUrl, chat, log }: LineOptions): Line {
  const gate: Gate = { open: true };
  const client = new Client({
    intents: intentsFor(chat),
    shards: 'auto',
    makeCache: Options.cacheWithLimits({ UserManager: 0, GuildMemberManager: 0, MessageManager: 0 }),
    rest: { api: apiBase(apiUrl) },
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
  return {
    async budget(token) {
      const info = await client.rest.setToken(token).get(Routes.gatewayBot());
      const { session_start_limit: limit, shards } = info as APIGatewayBotInfo;
      return { remaining: limit.remaining, resetAfterMs: limit.reset_after, shards };
    },
    login: (token) => client.login(token),
    listen(events) {
      client.on(Events.ClientReady, events.ready);
      client.on(Events.ShardReady, events.shardUp);
      client.on(Events.ShardResume, events.shardUp);
      client.on(Events.ShardReconnecting, events.shardDown);
      client.on(Events.ShardDisconnect, ({ code }) => events.closed(code));
      gate.interaction = events.interaction;
      gate.message = events.message;
    },
    async close() {
      gate.open = false;
      await client.destroy();
    },
  };
}

/** Interactions need none. These two are not privileged: of messages to the bot Discord gives the text all the same. */
function intentsFor({ mentions, dms }: Chat): GatewayIntentBits[] {
  const { GuildMessages, DirectMessages } = GatewayIntentBits;
  return [...(mentions ? [GuildMessages] : []), ...(dms ? [DirectMessages] : [])];
}
