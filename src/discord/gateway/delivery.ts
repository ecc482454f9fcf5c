import { type APIInteraction, RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Outgoing } from '../outgoing.ts';
import { codesOf, describeError } from '../safeError.ts';

type Log = { readonly [K in 'debug' | 'warn' | 'error']: (details: object, message: string) => void };
export type Post = (interaction: APIInteraction, outgoing: Outgoing) => Promise<unknown>;

/** Posts one response, once: a second one after a failure could be a second answer. Never throws. */
export async function deliver(
  post: Post,
  interaction: APIInteraction,
  outgoing: Outgoing,
  log: Log,
): Promise<void> {
  const received = performance.now();
  const of = { interactionId: interaction.id, kind: interaction.type };
  try {
    await post(interaction, outgoing);
    log.debug({ ...of, ms: Math.round(performance.now() - received) }, 'answered');
  } catch (error) {
    const details = { ...of, ageMs: ageOf(interaction.id), err: describeError(error) };
    const expired = codesOf(error).code === RESTJSONErrorCodes.UnknownInteraction;
    if (expired) log.warn(details, 'the interaction expired before its answer arrived');
    else log.error(details, 'the answer did not arrive');
  }
}

const DISCORD_EPOCH = 1_420_070_400_000;

/** An id's upper 42 bits are its time. */
function ageOf(id: string): number | null {
  return /^\d{1,20}$/.test(id) ? Date.now() - (Number(BigInt(id) >> 22n) + DISCORD_EPOCH) : null;
}
