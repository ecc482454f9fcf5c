import type { APIInteraction } from 'discord-api-types/v10';
import type { Desk } from '../desk/desk.ts';
import type { Missed } from '../maintenance/missed/missed.ts';
import type { Reports } from '../maintenance/reports/reports.ts';
import { type Counts, countedOf } from './counted.ts';
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
  /** Absent: nobody counts. */
  readonly counts?: Pick<Counts, 'answered'> | undefined;
  /** Where questions without an answer are kept; absent or null: nowhere. */
  readonly missed?: Pick<Missed, 'keep'> | null;
};

type AnswerContext = RespondContext & { readonly log: Pick<Log, 'error' | 'warn'> };

/** The answer to any interaction on Discord, over the gateway and over HTTP alike, counted. Never rejects. */
export async function answerTo(
  interaction: APIInteraction,
  desk: Desk,
  context: AnswerContext,
  means: Means,
): Promise<Answered> {
  const began = performance.now();
  const answered = await answerOf(interaction, desk, context, means);
  means.counts?.answered(countedOf(interaction, answered.outgoing, desk), (performance.now() - began) / 1000);
  return answered;
}

async function answerOf(
  interaction: APIInteraction,
  desk: Desk,
  context: AnswerContext,
  { draw, maintenance, reports, missed }: Means,
): Promise<Answered> {
  const maintained = await maintenance?.(interaction);
  if (maintained) return maintained;
  const { missed: question, ...response } = respond(desk, interaction, context);
  if (question) missed?.keep(question, new Date());
  const outgoing = await reported(response, reports, context.log);
  return { outgoing: await pictured(outgoing, draw) };
}
