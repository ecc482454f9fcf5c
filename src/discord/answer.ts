import type { APIInteraction } from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import type { Reports } from '../maintenance/reports/reports.ts';
import type { Answered, Maintenance } from './maintenance/maintenance.ts';
import { type Draw, pictured } from './pictured.ts';
import { reported } from './reporting.ts';
import { type RespondContext, respond } from './respond.ts';
import type { Log } from './safeError.ts';

/** What an answer may need beside the desk. */
export type Means = {
  readonly draw: Draw;
  /** Null: nobody changes the dataset from here. */
  readonly maintenance: Maintenance | null;
  /** Where reports are kept; null: nowhere. */
  readonly reports: Pick<Reports, 'keep'> | null;
};

/** The answer to any interaction on Discord, over the gateway and over HTTP alike. Never rejects. */
export async function answerTo(
  interaction: APIInteraction,
  desk: Desk,
  context: RespondContext & { readonly log: Pick<Log, 'error' | 'warn'> },
  { draw, maintenance, reports }: Means,
): Promise<Answered> {
  const maintained = await maintenance?.(interaction);
  if (maintained) return maintained;
  const outgoing = await reported(respond(desk, interaction, context), reports, context.log);
  return { outgoing: await pictured(outgoing, draw) };
}
