import { type Subject, subjectsOf } from '../../../model/dataset.ts';
import type { Initiative, ProgrammeFile } from '../../../model/schema.ts';
import { plainWord } from '../columns.ts';

/** What a row that names a new record says of it; axis and priority are null where the row does not say them. */
export type Claim = {
  /** What stands in the cell of the id; empty where nothing does. */
  readonly id: string;
  readonly name: string;
  readonly axis: string | null;
  readonly priority: string | null;
};

/**
 * The record that a row probably means with an id that does not exist: one with nearly its name. Neither a name of its
 * own nor a place of its own under another axis or priority can be a slip of the keyboard.
 */
export function meantBy(claim: Claim, programme: ProgrammeFile): Subject | null {
  return subjectsOf(programme).find((subject) => isMeant(claim, subject)) ?? null;
}

function isMeant(claim: Claim, subject: Subject): boolean {
  const isIdNear = claim.id !== '' && isNear(claim.id, subject.id);
  if (claim.name === '') return isIdNear;
  const isNameNear =
    namesOf(subject).some((name) => isNear(claim.name, name)) || isAlias(claim.name, subject);
  return isNameNear && (isIdNear || !isElsewhere(claim, subject));
}

function isElsewhere({ axis, priority }: Claim, { kind, record }: Subject): boolean {
  if (kind !== 'initiative') return false;
  const other = (said: string | null, is: string | null) => said !== null && said !== is;
  return other(axis, record.axis) || other(priority, record.priority);
}

function namesOf({ record }: Subject): readonly string[] {
  const printed = 'printed' in record ? [record.printed] : [];
  return [...printed, record.name.it, record.name.en];
}

const isAlias = (name: string, { record }: Subject): boolean =>
  'aliases' in record &&
  record.aliases.some((alias: Initiative['name']['it']) => folded(alias) === folded(name));

const folded = (text: string): string =>
  plainWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Numbers, Roman ones too, and single letters: what tells a line, a year or a phase from the next one. */
const marks = (text: string): string => (text.match(/\d+|\b[ivxlc]+\b|\b\p{L}\b/gu) ?? []).join(' ');

/** How many letters may be slips in a text of a length: none in a short one. */
const SLIPS = [
  { from: 12, most: 2 },
  { from: 5, most: 1 },
  { from: 0, most: 0 },
] as const;

function isNear(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  if (a === b) return true;
  const most = SLIPS.find(({ from }) => Math.min(a.length, b.length) >= from)?.most ?? 0;
  return Math.abs(a.length - b.length) <= most && marks(a) === marks(b) && slips(a, b) <= most;
}

/** Letters to add, leave out or change to get from one text to the other. */
function slips(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [on, own] of [...other].entries()) {
      const [left = 0, above = 0, both = 0] = [next[on], row[on + 1], row[on]];
      next.push(Math.min(left + 1, above + 1, both + (letter === own ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
