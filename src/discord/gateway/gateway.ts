import { setTimeout as sleep } from 'node:timers/promises';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Desk } from '../../desk/desk.ts';
import type { Missed } from '../../maintenance/missed/missed.ts';
import type { Reports } from '../../maintenance/reports/reports.ts';
import { ownMemory, type Shared } from '../../memory/shared.ts';
import type { Locale } from '../../model/locale.ts';
import { answerTo } from '../answer.ts';
import { bounded } from '../bounded.ts';
import type { Chat, Heard } from '../chat/addressed.ts';
import { newChat } from '../chat/chat.ts';
import { ownRoles } from '../chat/ownRole.ts';
import { type Counts, kindOf } from '../counted.ts';
import { EX_CONFIG } from '../exitStatus.ts';
import type { Maintenance } from '../maintenance/maintenance.ts';
import { type Draw, isBeforePicture } from '../pictured.ts';
import { describeError } from '../safeError.ts';
import { newClock } from './clock.ts';
import { type Connected, newConnection } from './connection.ts';
import { callbackSender, messageSender } from './delivery.ts';
import { keepConnected } from './keepConnected.ts';
import { type Patience, runSession } from './session.ts';
import type { Shards } from './shards.ts';
import { LONGEST_WAIT_MS, newTurns } from './turns.ts';

type GatewayOptions = {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly desk: () => Desk;
  readonly fallback: Locale;
  readonly chat: Chat;
  /** Absent: `auto`. */
  readonly shards?: Shards;
  readonly draw: Draw;
  /** Readies what draws; absent: nothing needs it. */
  readonly warm?: () => void;
  /** Absent: nobody changes the dataset from Discord. */
  readonly maintenance?: Maintenance;
  /** Absent: no report is kept. */
  readonly reports?: Reports;
  /** Absent: nobody counts. */
  readonly counts?: Counts | undefined;
  /** Absent: no question is kept. */
  readonly missed?: Pick<Missed, 'keep'> | null;
  /** Absent: the process remembers for itself alone. */
  readonly shared?: Shared;
  readonly log: Logger;
  readonly patience?: Patience;
};

export type Gateway = {
  /** Whether Discord delivers events now. */
  readonly ready: () => boolean;
  /** False where only a restart can help: by its own watchdogs the connection should have been replaced long ago. */
  readonly live: () => boolean;
  readonly connection: () => Connected;
  /** Settles when the gateway has ended: null after `stop`, otherwise one line on what a person must change. */
  readonly ended: Promise<string | null>;
  /** Takes nothing more, finishes the answers in flight and leaves, within five seconds. */
  readonly stop: () => Promise<void>;
};

const GRACE_MS = 4000;

/**
 * Answers Discord's interactions and what people write to the bot until stopped; returns at once and connects in
 * the background, for ever.
 */
export function startGateway(options: GatewayOptions): Gateway {
  const {
    desk,
    fallback,
    draw,
    maintenance = null,
    reports = null,
    missed = null,
    counts,
    warm,
    log,
  } = options;
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();
  const connection = newConnection(log, options.patience?.silentMs);
  const deliver = callbackSender(options);
  const { shared = ownMemory() } = options;
  const { requests: memory, once } = shared;
  const chat = newChat({ ...options, shared, send: messageSender(options), ownRole: ownRoles(options) });
  const finish = (work: Promise<void>) => {
    const finished = work
      .catch((error: unknown) => log.error({ err: describeError(error) }, 'cannot answer'))
      .finally(() => inFlight.delete(finished));
    inFlight.add(finished);
  };
  const turns = newTurns(log);
  const clock = newClock(log);
  const answered = async (interaction: APIInteraction, received: number) => {
    const context = { fallback, log, memory };
    const means = { draw: drawnBy(received, draw), maintenance, reports, missed, counts, once };
    const { outgoing, after, isAgain } = await answerTo(interaction, desk(), context, means);
    // Discord has the answer of the other process, and would refuse a second one.
    if (isAgain) return;
    const arrived = await deliver(interaction, outgoing, received);
    if (!arrived) counts?.undelivered(kindOf(interaction));
    await after?.(arrived);
  };
  const answer = (interaction: APIInteraction) => {
    clock.received(interaction.id);
    if (isBeforePicture(desk(), interaction)) warm?.();
    if (stopping.signal.aborted || once.isKnown(interaction.id)) return;
    finish(turns.take((received) => answered(interaction, received), true));
  };
  const hear = (message: Heard, self: string) => {
    if (!stopping.signal.aborted) finish(turns.take(() => chat(message, self), false));
  };
  const context = { ...options, signal: stopping.signal, answer, hear, connection, log: connection.log };
  const ended = keepConnected(() => runSession(context), stopping.signal, connection);
  return {
    ready: () => connection.now().connected && !stopping.signal.aborted,
    live: connection.live,
    connection: connection.now,
    ended,
    async stop() {
      stopping.abort();
      await bounded(Promise.all([ended, ...inFlight]), GRACE_MS);
    },
  };
}

/** Its way to Discord takes an answer some time, too. */
const LEFT_FOR_SENDING_MS = 500;

/** Draws as long as the answer has time; a card without its picture is better than one that comes too late. */
function drawnBy(received: number, draw: Draw): Draw {
  return (spec, version) => {
    const leftMs = received + LONGEST_WAIT_MS - LEFT_FOR_SENDING_MS - performance.now();
    return leftMs <= 0 ? Promise.resolve(null) : within(draw(spec, version), leftMs);
  };
}

/** Null where it takes longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  const timer = new AbortController();
  const late = sleep(ms, null, { signal: timer.signal }).catch(() => null);
  return Promise.race([work, late]).finally(() => timer.abort());
}

/**
 * Waits for the gateway's end, asking for it on SIGTERM and SIGINT, and gives the exit status.
 * Leave with process.exit: connections that discord.js left half closed would keep the process for a while.
 */
export async function untilEnd(gateway: Gateway, log: Logger): Promise<number> {
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping');
    void gateway.stop();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.on('unhandledRejection', (error) => {
    log.error({ err: describeError(error) }, 'a rejection that nobody handled');
  });
  const say = await gateway.ended;
  if (say === null) {
    await gateway.stop();
    return 0;
  }
  process.stderr.write(`${say}\n`);
  return EX_CONFIG;
}
