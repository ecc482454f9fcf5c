import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import type { Missed } from '../maintenance/missed/missed.ts';
import type { Reports } from '../maintenance/reports/reports.ts';
import { heldOf, NO_MEMORY, type SharedMemory } from '../memory/memory.ts';
import type { Once } from '../memory/once.ts';
import { placeOf } from './asker.ts';
import { type Counts, countedOf } from './counted.ts';
import type { Answered, Maintenance } from './maintenance/maintenance.ts';
import { hasEffect, onlyOnce } from './onlyOnce.ts';
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
  /** Absent: nobody counts. */
  readonly counts?: Pick<Counts, 'answered'> | undefined;
  /** Where questions without an answer are kept; absent or null: nowhere. */
  readonly missed?: Pick<Missed, 'keep'> | null;
  /** Without it, what comes twice is done twice. */
  readonly once?: Once;
};

export type AnswerContext = Omit<RespondContext, 'memory'> & {
  /** Where follow-ups find the question before; without one, every question starts afresh. */
  readonly memory?: SharedMemory;
  readonly log: Pick<Log, 'error' | 'warn'>;
};

/** The answer to any interaction on Discord, over the gateway and over HTTP alike, counted. Never rejects. */
export async function answerTo(
  interaction: APIInteraction,
  desk: Desk,
  context: AnswerContext,
  means: Means,
): Promise<Answered> {
  const began = performance.now();
  const { draw, maintenance, once, counts } = means;
  const make = () => made(interaction, desk, context, means);
  const { outgoing: undrawn, ...more } =
    once && hasEffect(interaction) ? await onlyOnce(interaction, once, maintenance, make) : await make();
  const outgoing = await pictured(undrawn, draw);
  if (!more.isAgain)
    counts?.answered(countedOf(interaction, outgoing, desk), (performance.now() - began) / 1000);
  return { ...more, outgoing };
}

async function made(
  interaction: APIInteraction,
  desk: Desk,
  { memory: shared = NO_MEMORY, ...context }: AnswerContext,
  { maintenance, reports, missed }: Means,
): Promise<Answered> {
  const maintained = await maintenance?.(interaction);
  if (maintained) return maintained;
  const { memory, settle } = heldOf(shared, await recalled(interaction, shared));
  const { missed: question, ...outgoing } = respond(desk, interaction, { ...context, memory });
  await settle();
  if (question) missed?.keep(question, new Date());
  return { outgoing: await reported(outgoing, reports, context.log) };
}

/** Only a command can follow the question before; whoever presses or types waits for no memory. */
async function recalled(interaction: APIInteraction, memory: SharedMemory) {
  if (interaction.type !== InteractionType.ApplicationCommand) return {};
  const place = placeOf(interaction);
  return { [place]: await memory.recall(place) };
}
