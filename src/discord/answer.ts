import type { APIInteraction } from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import type { Finish } from './maintenance/finish.ts';
import type { Maintenance } from './maintenance/maintenance.ts';
import type { Outgoing } from './outgoing.ts';
import { type Draw, pictured } from './pictured.ts';
import { type RespondContext, respond } from './respond.ts';

/** What keeping the data up needs beside the answers: who may, and how an answer is changed later. */
export type Maintained = { readonly maintenance: Maintenance; readonly finish: Finish };

export type Answered = {
  readonly outgoing: Outgoing;
  /** To be done once the answer is out; never rejects. */
  readonly after?: () => Promise<void>;
};

/** The answer to any interaction on Discord, over the gateway and over HTTP alike. Never rejects. */
export async function answerTo(
  interaction: APIInteraction,
  desk: Desk,
  context: RespondContext,
  draw: Draw,
  maintained: Maintained | null,
): Promise<Answered> {
  const granted = await maintained?.maintenance(interaction);
  if (!maintained || !granted) return { outgoing: await pictured(respond(desk, interaction, context), draw) };
  const { first, after } = granted;
  if (!after) return { outgoing: first };
  return { outgoing: first, after: async () => maintained.finish(interaction, await after()) };
}
