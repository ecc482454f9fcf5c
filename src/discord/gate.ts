import type { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { type APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10';

/** What a line lets through, until it is shut. */
export type Gate = { open: boolean; take?: (interaction: APIInteraction) => void };

/** Only a type is imported: discord.js loads the CommonJS build, and importing the value would load the other too. */
const DISPATCH = 'dispatch' as WebSocketShardEvents.Dispatch;

/** The manager with a gate before it; this is where discord.js lets others say how its connections are held. */
export function behind(gate: Gate, manager: WebSocketManager): WebSocketManager {
  takeInteractions(manager, gate);
  shutBehind(manager, gate);
  return manager;
}

/**
 * Takes interactions off the line before discord.js sees them: it would build and cache objects that nothing here
 * uses, and ends the process with an unhandled rejection on an interaction that it cannot make one of.
 */
function takeInteractions(manager: WebSocketManager, gate: Gate): void {
  manager.on(DISPATCH, ({ data }) => {
    if (data.t !== GatewayDispatchEvents.InteractionCreate) return;
    const interaction = data.d;
    Object.assign(data, { t: 'INTERACTION_TAKEN', d: null });
    if (gate.open) gate.take?.(interaction);
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
