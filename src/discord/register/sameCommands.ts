import { isDeepStrictEqual } from 'node:util';
import type { CommandPayload } from './registration.ts';

/** The fields that a registration sets or could have set by hand; ids and versions are Discord's own. */
const FIELDS: readonly string[] = [
  ...['type', 'name', 'name_localizations', 'description', 'description_localizations', 'options'],
  ...['required', 'autocomplete', 'min_length', 'max_length', 'choices', 'nsfw'],
  ...['integration_types', 'contexts', 'default_member_permissions'],
];

/**
 * Whether Discord has exactly these commands. The truth is Discord's list, not a hash kept here:
 * a hash says nothing of what was registered from elsewhere. In doubt false, which registers once more.
 */
export function sameCommands(ours: readonly CommandPayload[], theirs: unknown): boolean {
  return Array.isArray(theirs) && isDeepStrictEqual(inOrder(ours), inOrder(theirs));
}

function inOrder(commands: readonly unknown[]): readonly unknown[] {
  const keyOf = (command: unknown) => JSON.stringify(Object(command), ['name', 'type']);
  return commands.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(plain);
}

/** Of a command or an option what counts. Empty, false and missing are the same to Discord. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name, each]) => FIELDS.includes(name) && !isEmpty(each));
  return Object.fromEntries(fields.map(([name, each]) => [name, plainField(name, each)]));
}

function plainField(name: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return name === 'options' ? value.map(plain) : value.toSorted();
}

function isEmpty(value: unknown): boolean {
  return !value || (typeof value === 'object' && Object.keys(value).length === 0);
}
