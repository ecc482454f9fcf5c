import type { Dataset } from '../programme/dataset.ts';
import { lookup } from '../programme/lookup.ts';
import { isMeasure, type Measure } from '../programme/measures.ts';
import type { Reading, Wanted } from './reading.ts';

/** When a question is about, from the oldest date; `since` a single one, or the `latest` figures that there are. */
export type When = {
  readonly dates: readonly string[];
  readonly since: boolean;
  readonly latest: boolean;
};

/** The same reading at the dates that the question names. */
export function dated(dataset: Dataset, reading: Reading, when: When): Reading {
  const at = (wanted: Wanted): readonly [Wanted, ...Wanted[]] =>
    when.dates.length > 0 ? [atDates(wanted, when)] : when.latest ? atLatest(dataset, wanted) : [wanted];
  if (reading.as === 'choose') {
    const choices = reading.choices.map((choice) => ({ ...choice, wanted: at(choice.wanted)[0] }));
    return { ...reading, choices };
  }
  if (reading.as !== 'requests') return reading;
  const [first, ...others] = reading.wanted;
  return { ...reading, wanted: [...at(first), ...others.flatMap(at)] };
}

/** Two dates or more ask how something moved between the first and the last, or for all of them; so does one to start from. */
function atDates(wanted: Wanted, { dates, since }: When): Wanted {
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''];
  const { command, options } = wanted;
  if (command === 'trend' || command === 'help') return wanted;
  const span = dates.length > 1 ? { from: first, to: last } : since ? { from: first } : { to: first };
  if (command === 'changes') return { command, options: { ...options, ...span } };
  if (dates.length === 1 && !since) return { command, options: { ...options, date: first } };
  return between(wanted, span) ?? (since ? wanted : { command, options: { ...options, date: last } });
}

/** What each command's options are called where figures of two dates stand side by side. */
const MOVING: Readonly<Record<string, readonly string[]>> = {
  spending: ['axis', 'measure'],
  allocation: ['axis'],
  axis: ['axis'],
  participants: ['axis', 'group'],
  ranking: ['measure', 'order'],
};
const OVER_TIME: readonly string[] = ['indicator', 'participants'];

function between({ command, options }: Wanted, span: Wanted['options']): Wanted | null {
  const { group, ...others } = options;
  const named = group ? { measure: group } : command === 'allocation' ? { measure: 'allocation' } : {};
  if (MOVING[command] && Object.keys(options).every((name) => MOVING[command]?.includes(name))) {
    const order = command === 'ranking' ? { order: options.order ?? 'highest' } : {};
    return { command: 'changes', options: { ...others, ...named, ...order, ...span } };
  }
  return OVER_TIME.includes(command) ? { command: 'trend', options: { ...others, ...named } } : null;
}

/** "L'ultimo dato": the newest date that has it, before the one that everybody gets, which has more beside it. */
function atLatest(dataset: Dataset, wanted: Wanted): readonly [Wanted, ...Wanted[]] {
  const { command, options } = wanted;
  const asked = (options.measure ?? options.group ?? (command === 'allocation' ? 'allocation' : '')).split(
    ',',
  );
  const measures = asked.filter(isMeasure);
  const ids = options.axis ?? options.priority ?? options.indicator ?? dataset.programme.id;
  const subjects = ids.split(',').flatMap((id) => dataset.subjects.get(id) ?? []);
  const has = (measure: Measure) =>
    dataset.snapshots.findLast((snapshot) =>
      subjects.some((subject) => lookup({ dataset, snapshot }, subject, measure).length > 0),
    )?.date ?? '';
  const newest = measures.map(has).sort().at(-1) ?? '';
  if (!WITH_DATE.includes(command) || newest <= dataset.latest.date) return [wanted];
  return [{ command, options: { ...options, date: newest } }, wanted];
}

const WITH_DATE: readonly string[] = ['spending', 'allocation', 'participants', 'ranking'];
