import type { Person } from '../../maintenance/store/change.ts';
import type { Confirmation, Upkeep } from '../../maintenance/upkeep.ts';

/** As the history records somebody. */
export const signed = ({ id, name }: Person): string => `${name} (${id})`;

/** `own`: nobody but the person asked for it; `void`: nobody asked for it lately, as far as the dataset's folder knows. */
export type Consent =
  | { readonly ok: true; readonly askedBy?: string }
  | { readonly ok: false; readonly reason: 'own' | 'void' };

/**
 * Whether a person may confirm a change. Who asked for it is read from the dataset's folder: a message can be altered,
 * and after a restart, or on another replica, nothing else is left.
 */
export async function consentOf(
  { store, confirmBy }: Pick<Upkeep, 'store' | 'confirmBy'>,
  { target }: Pick<Confirmation, 'target'>,
  person: Person,
): Promise<Consent> {
  if (confirmBy === undefined) return { ok: true };
  const proposers = await store.proposers(target);
  const others = proposers.filter(({ id }) => id !== person.id);
  if (others.length > 0) return { ok: true, askedBy: others.map(signed).join(', ') };
  return { ok: false, reason: proposers.length > 0 ? 'own' : 'void' };
}
