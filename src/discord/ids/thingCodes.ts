import { hashOf, nameAt } from './codes.ts';

const HASHED = '~';
const THING_LENGTH = 4;
/** An id so short is written as it is, unless it looks like the code of another one. */
const SHORT_ID = /^(?![ap]\d)[a-z\d.-]{1,5}$/;

/** `a2` for axis-2, `p9.iv` for priority-9.iv, short ids as they are, `~` and a hash for all others. */
export function thingsCode(ids: string): string {
  return ids.split(',').map(thingCode).join(',');
}

/** The ids again; null for a hash of no thing, or of two. */
export function thingIds(code: string, among: readonly string[]): string | null {
  const ids = code.split(',').map((each) => thingId(each, among));
  return ids.includes(null) ? null : ids.join(',');
}

function thingCode(id: string): string {
  const [, axis] = /^axis-(\d+)$/.exec(id) ?? [];
  if (axis) return `a${axis}`;
  const [, priority] = /^priority-(\d[a-z\d.-]*)$/.exec(id) ?? [];
  if (priority) return `p${priority}`;
  return SHORT_ID.test(id) ? id : HASHED + hashOf(id, THING_LENGTH);
}

function thingId(code: string, ids: readonly string[]): string | null {
  if (code.startsWith(HASHED)) return nameAt(code.slice(1), ids, THING_LENGTH)?.name ?? null;
  const [, kind, number] = /^([ap])(\d.*)$/.exec(code) ?? [];
  return kind ? `${kind === 'a' ? 'axis' : 'priority'}-${number}` : code;
}
