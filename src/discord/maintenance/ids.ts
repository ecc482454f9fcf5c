import type { Confirmation } from '../../maintenance/upkeep.ts';

/** Raised when the form of these ids changes, which is not that of answers. */
const VERSION = '1';
const LETTERS = { update: 'u', rollback: 'b' } as const satisfies Record<Confirmation['action'], string>;
/** The base of a folder without a file of a dataset. */
const NOTHING = 'none';
const FORM = new RegExp(`^${VERSION}([ub]):([0-9a-f]{12,16}):([0-9a-f]{12}|${NOTHING})$`);

/** The `custom_id` of the button that changes nothing. */
export const CANCEL = `${VERSION}n`;
/** The `custom_id` of the menu of versions; its values are versions. */
export const VERSIONS = `${VERSION}v`;

export function confirmationId({ action, target, base }: Confirmation): string {
  return `${VERSION}${LETTERS[action]}:${target}:${base ?? NOTHING}`;
}

/** Null for any other `custom_id`. */
export function confirmationOf(id: string): Confirmation | null {
  const [, letter, target, base] = FORM.exec(id) ?? [];
  if (target === undefined || base === undefined) return null;
  return {
    action: letter === LETTERS.update ? 'update' : 'rollback',
    target,
    base: base === NOTHING ? null : base,
  };
}

export function isMaintenanceId(id: string): boolean {
  return id === CANCEL || id === VERSIONS || confirmationOf(id) !== null;
}
