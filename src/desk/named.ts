import type { Snapshot } from '../model/dataset.ts';
import { datasetAt } from '../model/datedNames.ts';
import type { Resolved } from '../question/lexicon/commandText.ts';
import type { Query } from './command.ts';

type Value = Resolved[keyof Resolved] | undefined;

/** A query with everything called as it was at the latest date that is asked for. */
export function asNamedThen(query: Query): Query {
  const dataset = datasetAt(query.dataset, latestAsked(query));
  if (dataset === query.dataset) return query;
  const at = (snapshot: Snapshot) => dataset.snapshots.find(({ date }) => date === snapshot.date) ?? snapshot;
  const valueAt = (value: Value): Value => {
    if (Array.isArray(value)) {
      return value.map((one) =>
        typeof one === 'object' ? (dataset.subjects.get(one.id) ?? one) : one,
      ) as Value;
    }
    return isSnapshot(value) ? at(value) : value;
  };
  return {
    ...query,
    dataset,
    snapshot: at(query.snapshot),
    snapshots: query.snapshots.map(at),
    options: Object.fromEntries(Object.entries(query.options).map(([name, value]) => [name, valueAt(value)])),
  };
}

/** The end of a span that is asked for, whichever of the two is named first, or the latest of the dates. */
function latestAsked({ snapshots, options }: Query): string {
  const ends = Object.values(options).filter((value) => isSnapshot(value as Value)) as unknown as Snapshot[];
  const closed = isSnapshot(options.to as Value);
  const dates = [...(closed ? [] : snapshots), ...ends].map(({ date }) => date);
  return dates.sort().at(-1) ?? '';
}

function isSnapshot(value: Value): value is Snapshot {
  return typeof value === 'object' && 'figures' in value && 'date' in value;
}
