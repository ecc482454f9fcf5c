import { type Subject, subjectsOf } from './dataset.ts';
import type { ProgrammeFile } from './schema.ts';

function printedName({ kind, record }: Subject): string {
  switch (kind) {
    case 'axis':
    case 'programme':
      return record.name.it;
    case 'priority':
      return `${record.name.it} (PI ${record.code})`;
    default:
      return record.printed;
  }
}

/** The printed name; where two things of a kind share it, also a distinction. */
export function displayName(programme: ProgrammeFile, subject: Subject): string {
  return toldApart(programme, subject, printedName);
}

/** The English name; where two things of a kind share it, also a distinction. */
export function englishName(programme: ProgrammeFile, subject: Subject): string {
  return toldApart(programme, subject, ({ record }) => record.name.en);
}

/** The shortest unambiguous name: "Asse I", "PI 9.iv", "Stato". */
export function shortest(programme: ProgrammeFile, subject: Subject, locale: 'it' | 'en'): string {
  if (subject.kind === 'priority') return `${locale === 'it' ? 'PI' : 'IP'} ${subject.record.code}`;
  if ('short' in subject.record) return subject.record.short[locale];
  return locale === 'it' ? displayName(programme, subject) : englishName(programme, subject);
}

function toldApart(programme: ProgrammeFile, subject: Subject, nameOf: (subject: Subject) => string): string {
  const name = nameOf(subject);
  const sharers = subjectsOf(programme).filter(
    (other) => other.kind === subject.kind && nameOf(other) === name,
  );
  const mark = sharers.length > 1 ? distinction(programme, subject) : null;
  return mark === null ? name : `${name} (${mark})`;
}

/** The investment priority, or the axis where the source prints none. */
function distinction(programme: ProgrammeFile, { kind, record }: Subject): string | null {
  if (kind !== 'initiative' && kind !== 'indicator') return null;
  const priority = programme.priorities.find(({ id }) => id === record.priority);
  if (priority !== undefined) return `PI ${priority.code}`;
  return programme.axes.find(({ id }) => id === record.axis)?.short.it ?? null;
}
