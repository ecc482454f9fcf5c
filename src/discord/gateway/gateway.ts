import { type APIInteraction, REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import type { Desk } from '../../desk/desk.ts';
import { newMemory } from '../../memory/memory.ts';
import type { Locale } from '../../model/locale.ts';
import { answerTo } from '../answer.ts';
import { apiBase } from '../apiBase.ts';
import { bounded } from '../bounded.ts';
import type { Chat, Heard } from '../chat/addressed.ts';
import { newChat } from '../chat/chat.ts';
import type { Draw } from '../pictured.ts';
import { toRawFile } from '../rawFile.ts';
import { deliver, type Post } from './delivery.ts';
import { keepConnected } from './keepConnected.ts';
import { openLine } from './line.ts';
import { messageSender } from './sender.ts';
import type { Maintenance } from '../maintenance/maintenance.ts';
import { type Patience, runSession } from './session.ts';

type GatewayOptions = {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly desk: () => Desk;
  readonly fallback: Locale;
  readonly chat: Chat;
  readonly draw: Draw;
  /** Absent: nobody changes the dataset from Discord. */
  readonly maintenance?: Maintenance;
  readonly log: Logger;
  readonly patience?: Patience;
};

export type Gateway = {
  /** Whether Discord delivers events now. */
  readonly ready: () => boolean;
  /** Settles when the gateway has ended: null after `stop`, otherwise one line on what a person must change. */
  readonly ended: Promise<string | null>;
  /** Takes nothing more, finishes the answers in flight and leaves, within five seconds. */
  readonly stop: () => Promise<void>;
};

/** A callback that is not through by then comes too late: Discord wants it within three seconds. */
const CALLBACK_MS = 2500;
const GRACE_MS = 4000;

/**
 * Answers Discord's interactions and what people write to the bot until stopped; returns at once and connects in
 * the background, for ever.
 */
export function startGateway(options: GatewayOptions): Gateway {
  const { desk, fallback, draw, maintenance = null, log } = options;
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();
  const state = { ready: false };
  const post = poster(options);
  const memory = newMemory();
  const chat = newChat({ ...options, memory, send: messageSender(options) });
  const finish = (work: Promise<void>) => {
    const finished = work.finally(() => inFlight.delete(finished));
    inFlight.add(finished);
  };
  const answer = (interaction: APIInteraction) => {
    if (stopping.signal.aborted) return;
    const answered = answerTo(interaction, desk(), { fallback, log, memory }, draw, maintenance);
    finish(
      answered.then(async ({ outgoing, after }) => {
        await deliver(post, interaction, outgoing, log);
        await after?.();
      }),
    );
  };
  const hear = (message: Heard, self: string) => {
    if (!stopping.signal.aborted) finish(chat(message, self));
  };
  const context = { ...options, signal: stopping.signal, answer, hear, state };
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
