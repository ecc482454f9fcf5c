import type { Dataset, Figure, Snapshot, Subject } from './dataset.ts';
import type { Bilingual, ProgrammeFile } from './schema.ts';

/** The lists of programme.json whose records may have had other names. */
export const RENAMED_LISTS = ['axes', 'indicators', 'initiatives'] as const;

/** A name that a record had up to a date; what it does not say of the record was then as it is now. */
type Names = { readonly name: Bilingual; readonly short?: Bilingual | undefined };
type FormerName = Names & { readonly until: string };
type Dated = Names & { readonly formerly?: readonly FormerName[] | undefined };

/** A record with the names that it had at a date: the one mechanism by which a name depends on a date. */
export function nameAt<R extends object>(
  record: R & { readonly formerly?: Dated['formerly'] },
  date: string,
): R {
  const former = record.formerly?.find(({ until }) => date <= until);
  if (!former) return record;
  const { until: _, ...names } = former;
  return { ...record, ...names };
}

function programmeAt(programme: ProgrammeFile, date: string): ProgrammeFile {
  const { axes, indicators, initiatives } = programme;
  return {
    ...programme,
    axes: axes.map((record) => nameAt(record, date)),
    indicators: indicators.map((record) => nameAt(record, date)),
    initiatives: initiatives.map((record) => nameAt(record, date)),
  };
}

/** A record that is called otherwise at one date than at another; `axis` is the one that it belongs to, or is. */
export type Renaming = {
  readonly id: string;
  readonly axis: string;
  readonly before: Bilingual;
  readonly after: Bilingual;
};

/** In the order of programme.json. */
export function renamedBetween(programme: ProgrammeFile, from: string, to: string): readonly Renaming[] {
  return recordsOf(programme).flatMap((record) => {
    const [before, after] = differing(nameAt(record, from), nameAt(record, to));
    const axis = record.axis ?? record.id;
    return isSame(before, after) ? [] : [{ id: record.id, axis, before, after }];
  });
}

/** The name in which two stages of a record differ, which may be the short one alone. */
export function differing(one: Names, other: Names): readonly [Bilingual, Bilingual] {
  const short = isSame(one.name, other.name) && one.short && other.short;
  return short ? [one.short, other.short] : [one.name, other.name];
}

const isSame = (one: Bilingual, other: Bilingual) => one.it === other.it && one.en === other.en;

/** Whether a record is called as a former name says, in everything that it says. */
export function isCalled(record: object, { until: _, ...names }: FormerName): boolean {
  const own: Readonly<Record<string, unknown>> = { ...record };
  return Object.entries(names).every(([key, text]) => JSON.stringify(own[key]) === JSON.stringify(text));
}

type DatedRecord = Dated & { readonly id: string; readonly axis?: string };

function recordsOf(programme: ProgrammeFile): readonly DatedRecord[] {
  return RENAMED_LISTS.flatMap((list): readonly DatedRecord[] => programme[list]);
}

/** A dataset as it is named up to each date at which a name ended. */
const named = new WeakMap<Dataset, Map<string, Dataset>>();

/** The dataset with every name as it was at a date; the dataset itself where no name was another. */
export function datasetAt(dataset: Dataset, date: string): Dataset {
  const ends = recordsOf(dataset.programme)
    .flatMap(({ formerly = [] }) => formerly.map(({ until }) => until))
    .filter((until) => date <= until);
  const [end] = ends.sort();
  if (end === undefined) return dataset;
  const known = named.get(dataset) ?? new Map<string, Dataset>();
  named.set(dataset, known);
  const made = known.get(end) ?? namedUpTo(dataset, end);
  known.set(end, made);
  return made;
}

function namedUpTo(dataset: Dataset, end: string): Dataset {
  const programme = programmeAt(dataset.programme, end);
  const subjects = new Map(
    [...dataset.subjects].map(([id, subject]) => [id, subjectAt(subject, programme, end)] as const),
  );
  const snapshots = dataset.snapshots.map((snapshot) => snapshotWith(snapshot, subjects));
  const latest = snapshots[dataset.snapshots.indexOf(dataset.latest)] ?? dataset.latest;
  return { ...dataset, programme, subjects, snapshots, latest };
}

/** The very same subject where its name is. */
function subjectAt(subject: Subject, programme: ProgrammeFile, date: string): Subject {
  switch (subject.kind) {
    case 'axis':
      return subject.record.formerly
        ? { ...subject, programme, record: nameAt(subject.record, date) }
        : subject;
    case 'indicator':
      return subject.record.formerly
        ? { ...subject, programme, record: nameAt(subject.record, date) }
        : subject;
    case 'initiative':
      return subject.record.formerly
        ? { ...subject, programme, record: nameAt(subject.record, date) }
        : subject;
    default:
      return subject;
  }
}

function snapshotWith(snapshot: Snapshot, subjects: ReadonlyMap<string, Subject>): Snapshot {
  const now = <T extends { readonly subject: Subject }>(one: T): T => {
    const subject = subjects.get(one.subject.id) ?? one.subject;
    return subject === one.subject ? one : { ...one, subject };
  };
  const figures = new Map(snapshot.figures.map((figure): [Figure, Figure] => [figure, now(figure)]));
  return {
    ...snapshot,
    figures: [...figures.values()],
    remarks: snapshot.remarks.map(now),
    excluded: snapshot.excluded.map((rule) => ({
      ...now(rule),
      amount: figures.get(rule.amount) ?? rule.amount,
    })),
  };
}
