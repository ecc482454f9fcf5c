import type { Finding } from '../model/finding.ts';
import type { Bilingual, ProgrammeFile, SnapshotFile } from '../model/schema.ts';
import type { DataFile, DataFiles } from './files.ts';
import { found, type Kind, type Wrong } from './found.ts';
import { type Row, rowsOf } from './rows.ts';

type Exception = SnapshotFile['exceptions'][number];

/** A snapshot with its figures, as rules see it. */
export type Snapshot = DataFile<SnapshotFile> & { readonly rows: readonly Row[] };

/** What a snapshot is compared with; `earlier` goes from the oldest to the one before it. */
export type Around = Omit<DataFiles, 'programme' | 'snapshots'> & {
  readonly programme: ProgrammeFile;
  readonly snapshots: readonly Snapshot[];
  readonly earlier: readonly Snapshot[];
};

/** `unless` holds the fields of the exception that excuses this place; without `unless` no exception does. */
export type WrongHere = Wrong & { readonly unless?: Readonly<Record<string, string | number>> };

/** What can be wrong with a dataset, in its programme, in each of its snapshots or in both. */
export type Rule = Kind & {
  programme?(file: DataFile<ProgrammeFile>, files: DataFiles): Iterable<Wrong>;
  snapshot?(file: Snapshot, around: Around): Iterable<WrongHere>;
  /** The exceptions that a snapshot may state to the rule, and why an exception may be superfluous. */
  readonly exception?: { readonly rule: Exception['rule']; readonly unneeded?: Bilingual };
};

/** What a rule finds in all files, of which `snapshots` are those with their rows. */
export function findingsOf(
  rule: Rule,
  files: DataFiles,
  snapshots: readonly Snapshot[] = files.snapshots.map(withRows),
): readonly Finding[] {
  const { programme } = files;
  return [
    ...[...(rule.programme?.(programme, files) ?? [])].map((wrong) => found(programme, rule, wrong)),
    ...snapshotFindings(rule, files, snapshots),
  ];
}

export const withRows = (file: DataFile<SnapshotFile>): Snapshot => ({ ...file, rows: rowsOf(file) });

/** What a rule finds in the snapshots from one on; those before it are what the later ones are compared with. */
export function snapshotFindings(
  rule: Rule,
  files: DataFiles,
  snapshots: readonly Snapshot[],
  from = 0,
): readonly Finding[] {
  const programme = files.programme.content;
  return snapshots.slice(from).flatMap((file, n) => {
    const around = { ...files, programme, snapshots, earlier: snapshots.slice(0, from + n) };
    return unlessStated(rule, file, [...(rule.snapshot?.(file, around) ?? [])]);
  });
}

/** A superfluous exception would hide the next true finding. */
function unlessStated(rule: Rule, file: Snapshot, wrongs: readonly WrongHere[]): readonly Finding[] {
  const exceptions = rule.exception ? stated(file, rule.exception.rule) : [];
  return [
    ...wrongs
      .filter((wrong) => !exceptions.some((row) => isExcused(wrong, row)))
      .map(({ unless, ...wrong }) => found(file, rule, wrong)),
    ...exceptions
      .filter((row) => !wrongs.some((wrong) => isExcused(wrong, row)))
      .map(({ at }) => found(file, { id: rule.id }, unneeded(at, rule.exception?.unneeded))),
  ];
}

function isExcused({ unless }: WrongHere, exception: Readonly<Record<string, unknown>>): boolean {
  return unless !== undefined && Object.entries(unless).every(([key, value]) => exception[key] === value);
}

const NOT_SO = { it: 'quello che dice non avviene', en: 'what it states does not happen' };

const unneeded = (at: number, { it, en }: Bilingual = NOT_SO): Wrong => ({
  path: ['exceptions', at],
  it: `L’eccezione non serve più: ${it}.`,
  en: `The exception no longer applies: ${en}.`,
  adviceIt: 'Togliere l’eccezione.',
  adviceEn: 'Remove the exception.',
});

/** The exceptions that a file states to one rule, each with its number there. */
export function stated<R extends Exception['rule']>({ content }: DataFile<SnapshotFile>, rule: R) {
  const isOf = (row: Exception): row is Extract<Exception, { rule: R }> => row.rule === rule;
  return content.exceptions.flatMap((row, at) => (isOf(row) ? [{ ...row, at }] : []));
}

/** Whether a record says its note to readers; an exception to the numbers of a note only speaks of the note. */
export const usesNote = (row: object): boolean => !('rule' in row) || row.rule !== 'number';

/** What an overbooking lets exceed the allocation: calls are launched, and operations selected, for more than there is. */
export function isOverbooked(measure: string): boolean {
  return ['activated', 'committed', 'committed-with-cigd'].includes(measure);
}
