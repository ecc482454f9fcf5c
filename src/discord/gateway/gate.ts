import type { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { type APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Heard } from '../chat/addressed.ts';

/** What a connection lets through, until the gate is shut. */
export type Gate = {
  open: boolean;
  /** Discord sent something, or answered a heartbeat. */
  readonly heard: () => void;
  readonly interaction: (interaction: APIInteraction) => void;
  /** `self` is the bot's user id. */
  readonly message: (message: Heard, self: string) => void;
};

/** Only a type is imported: discord.js loads the CommonJS build, and importing the value would load the other too. */
const DISPATCH = 'dispatch' as WebSocketShardEvents.Dispatch;
const HEARTBEAT = 'heartbeat' as WebSocketShardEvents.HeartbeatComplete;

/** The manager with a gate before it; this is where discord.js lets others say how its connections are held. */
export function behind(gate: Gate, manager: WebSocketManager): WebSocketManager {
  takeEvents(manager, gate);
  manager.on(HEARTBEAT, () => gate.open && gate.heard());
  shutBehind(manager, gate);
  return manager;
}

/**
 * Takes everything but the state of the connection off the line before discord.js sees it: it would build and cache
 * objects of messages, people and channels that nothing here uses, and ends the process with an unhandled rejection
 * on an interaction that it cannot make one of.
 */
function takeEvents(manager: WebSocketManager, gate: Gate): void {
  let self = '';
  manager.on(DISPATCH, ({ data }) => {
    if (gate.open) gate.heard();
    if (data.t === GatewayDispatchEvents.Ready) self = data.d.user.id;
    if (data.t === GatewayDispatchEvents.Ready || data.t === GatewayDispatchEvents.Resumed) return;
    const event = { ...data };
    Object.assign(data, { t: 'TAKEN', d: null });
    if (!gate.open || typeof event.d !== 'object' || event.d === null) return;
    if (event.t === GatewayDispatchEvents.InteractionCreate) gate.interaction(event.d);
    if (event.t === GatewayDispatchEvents.MessageCreate) gate.message(event.d, self);
  });
}

/**
 * A shard destroyed while it waits for HELLO or READY connects anew half a second later (@discordjs/ws 1.2.3).
 * Of a line that is over it must not, or everything is answered twice: its next connection waits for ever.
 */
function shutBehind(manager: WebSocketManager, gate: Gate): void {
  const { retrieveSessionInfo } = manager.options;
  manager.options.retrieveSessionInfo = (shard) =>
    gate.open ? retrieveSessionInfo(shard) : new Promise(() => undefined);
}
