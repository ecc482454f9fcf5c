import type { RawFile } from '@discordjs/rest';
import {
  type APIGatewayBotInfo,
  type APIInteraction,
  Client,
  Events,
  Options,
  REST,
  RESTEvents,
  Routes,
  SimpleShardingStrategy,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Desk } from '../desk.ts';
import type { Locale } from '../locale/locale.ts';
import type { TextFile } from '../render/exports.ts';
import { apiBase } from './apiBase.ts';
import { bounded } from './bounded.ts';
import { deliver, type Post } from './delivery.ts';
import { behind, type Gate } from './gate.ts';
import { keepConnected } from './keepConnected.ts';
import { newMemory } from './memory.ts';
import { respond } from './respond.ts';
import { describeError, withoutTokens } from './safeError.ts';
import { type Line, type Patience, runSession } from './session.ts';

export type GatewayOptions = {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly desk: () => Desk;
  readonly fallback: Locale;
  readonly log: Logger;
  readonly patience?: Patience;
};

export type Gateway = {
  /** Whether Discord delivers interactions now. */
  readonly ready: () => boolean;
  /** Settles when the gateway has ended: null after `stop`, otherwise one line on what a person must change. */
  readonly ended: Promise<string | null>;
  /** Takes no more interactions, finishes the answers in flight and leaves, within five seconds. */
  readonly stop: () => Promise<void>;
};

/** A callback that is not through by then comes too late: Discord wants it within three seconds. */
const CALLBACK_MS = 2500;
const GRACE_MS = 4000;

/** Answers Discord's interactions until stopped; returns at once and connects in the background, for ever. */
export function startGateway(options: GatewayOptions): Gateway {
  const { desk, fallback, log } = options;
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();
  const state = { ready: false };
  const post = poster(options);
  const memory = newMemory();
  const answer = (interaction: APIInteraction) => {
    if (stopping.signal.aborted) return;
    const outgoing = respond(desk(), interaction, { fallback, log, memory });
    const delivery = deliver(post, interaction, outgoing, log).finally(() => inFlight.delete(delivery));
    inFlight.add(delivery);
  };
  const context = { ...options, signal: stopping.signal, answer, state };
  const ended = keepConnected(() => runSession(openLine(options), context), stopping.signal, log);
  return {
    ready: () => state.ready,
    ended,
    async stop() {
      stopping.abort();
      await bounded(Promise.all([ended, ...inFlight]), GRACE_MS);
    },
  };
}

/** Callbacks have a REST of their own: by default a hanging one would be tried for a minute. */
function poster({ apiUrl, log }: GatewayOptions): Post {
  const rest = new REST({
    api: apiBase(apiUrl),
    timeout: CALLBACK_MS,
    retries: 0,
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
    // Of a callback's rate limit no event tells; one that outlasts the interaction is not worth waiting for.
    rejectOnRateLimit({ method, global, scope, retryAfter }) {
      log.warn({ method, global, scope, retryAfter }, 'a callback is rate limited by Discord');
      return retryAfter > CALLBACK_MS;
    },
  });
  return ({ id, token }, { response, files }) =>
    rest.post(Routes.interactionCallback(id, token), {
      body: response,
      files: files.map(toRawFile),
      auth: false,
    });
}

function toRawFile({ name, text }: TextFile): RawFile {
  return { name, data: Buffer.from(text, 'utf8') };
}

function openLine({ apiUrl, log }: GatewayOptions): Line {
  const gate: Gate = { open: true };
  const client = new Client({
    intents: [],
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
      gate.take = events.interaction;
    },
    async close() {
      gate.open = false;
      await client.destroy();
    },
  };
}
