import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { Once } from '../memory/once.ts';
import { actionOf } from './ids/customId.ts';
import type { Action } from './ids/press.ts';
import type { Answered, Maintenance } from './maintenance/maintenance.ts';
import { taskOf } from './maintenance/tasks.ts';
import type { Outgoing } from './outgoing.ts';
import { pressedId } from './presses.ts';

/** What others see, or what is written; all else may be answered as often as it comes. */
const EFFECTS: readonly (Action | null)[] = ['share', 'report'];

/** Whether an interaction must not be executed twice. */
export function hasEffect(interaction: APIInteraction): boolean {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return taskOf(interaction) !== null;
    case InteractionType.MessageComponent:
      return EFFECTS.includes(actionOf(pressedId(interaction) ?? '')) || taskOf(interaction) !== null;
    default:
      return false;
  }
}

/**
 * The answer that is made for an interaction, or the same again where it was delivered before, to this process or to
 * another one. Its picture is not kept, but what it shows: it is drawn again. What follows the answer is done by one of
 * all that give it, so that a process which dies between the two leaves it to the retry.
 */
export async function onlyOnce(
  interaction: APIInteraction,
  once: Once,
  maintenance: Maintenance | null,
  make: () => Promise<Answered>,
): Promise<Answered> {
  let first: Answered | null = null;
  const { text, own } = await once.answer(interaction.id, async () => {
    first = await make();
    return JSON.stringify(first.outgoing);
  });
  const answered = own ? first : null;
  // A function is not kept: whoever comes later finds out anew what is to be done.
  const { outgoing, after } = answered ?? (await again(text, interaction, maintenance, make));
  return {
    outgoing,
    ...(after ? { after: (arrived: boolean) => once.work(interaction.id, () => after(arrived)) } : {}),
    ...(own ? {} : { isAgain: true }),
  };
}

async function again(
  text: string,
  interaction: APIInteraction,
  maintenance: Maintenance | null,
  make: () => Promise<Answered>,
): Promise<Answered> {
  const outgoing = asOutgoing(text);
  if (outgoing === null) return make();
  const { after } = (await maintenance?.(interaction)) ?? {};
  return { outgoing, ...(after ? { after } : {}) };
}

/** Null for what another version of the bot wrote otherwise. */
function asOutgoing(text: string): Outgoing | null {
  try {
    const kept: unknown = JSON.parse(text);
    const isOutgoing = typeof kept === 'object' && kept !== null && 'response' in kept && 'files' in kept;
    return isOutgoing ? (kept as Outgoing) : null;
  } catch {
    return null;
  }
}
