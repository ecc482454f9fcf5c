import type { APIInteraction } from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import type { Answered, Maintenance } from './maintenance/maintenance.ts';
import { type Draw, pictured } from './pictured.ts';
import { type RespondContext, respond } from './respond.ts';

/** The answer to any interaction on Discord, over the gateway and over HTTP alike. Never rejects. */
export async function answerTo(
  interaction: APIInteraction,
  desk: Desk,
  context: RespondContext,
  draw: Draw,
  maintenance: Maintenance | null,
): Promise<Answered> {
  const maintained = await maintenance?.(interaction);
  return maintained ?? { outgoing: await pictured(respond(desk, interaction, context), draw) };
}
