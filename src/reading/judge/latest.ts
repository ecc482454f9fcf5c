import { lookup } from '../../figures/lookup.ts';
import type { Known } from '../../question/known.ts';
import type { Wanted } from '../../question/reading.ts';
import type { Judged } from './judge.ts';

/** "L'ultimo dato": the newest date with this figure, then the default date, which has more figures. */
export function atLatest({ dataset }: Known, { wanted, answered }: Judged): readonly Wanted[] {
  const { command, options } = wanted;
  if (options.date !== undefined || options.from !== undefined || options.to !== undefined) return [wanted];
  const { latest } = dataset;
  const newer = dataset.snapshots.findLast(
    (snapshot) =>
      snapshot.date > latest.date &&
      answered.facts.some(
        ({ subject, measure }) => lookup({ dataset, snapshot }, subject, measure).length > 0,
      ),
  );
  return newer ? [{ command, options: { ...options, date: newer.date } }, wanted] : [wanted];
}
