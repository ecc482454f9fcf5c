import type { Subject } from '../../model/dataset.ts';
import type { Known } from '../../question/known.ts';
import type { CommandText } from '../../question/lexicon/commandText.ts';
import type { Sense } from '../../question/lexicon/sense.ts';
import type { Wanted } from '../../question/reading.ts';
import type { AskedMeasure } from '../meaning/askedMeasure.ts';
import { type Item, only, saying, says } from '../meaning/item.ts';
import { measuresIn } from '../meaning/measures.ts';
import type { Filling } from './filled.ts';
import { fillingOf } from './filling.ts';
import { isNeeded, mayBeNeeded } from './needs.ts';
import { dateOf } from './ofDates.ts';
import { LOOSELY } from './ofMeasures.ts';

/** A request for a question, with the items that it covers. */
export type Candidate = {
  readonly wanted: Wanted;
  readonly takes: ReadonlySet<Item>;
  /** The things of the request; empty for the whole programme. */
  readonly things: readonly Subject[];
  /** Whether an option holds the measures of the question. */
  readonly measured: boolean;
};

/** A candidate for every command that the question reaches, with the options that its words fill. */
export function requestsOf(known: Known, items: readonly Item[]): readonly Candidate[] {
  const measures = measuresIn(items);
  return known.commands.flatMap((command) => candidateOf(known, command, items, measures) ?? []);
}

function candidateOf(
  known: Known,
  command: CommandText,
  items: readonly Item[],
  measures: readonly AskedMeasure[],
): Candidate | null {
  const heard = says(items, `command:${command.name}`);
  const mayFill = (name: string) => {
    const spec = command.options[name];
    // Only the second of two things to compare depends on what other options hold.
    return (
      !spec || spec.kind === 'thing' || fillingOf(known, command, name, spec, items, measures, EMPTY) !== null
    );
  };
  if (!heard && !mayBeNeeded(command, items, mayFill)) return null;
  const filled = filledBy(known, command, items, measures);
  if (!filled) return null;
  const fillings = [...filled.values()];
  if (command.asked?.apart && fillings.filter((each) => each.things).length > 1) return null;
  const things = fillings.flatMap((each) => each.things ?? []);
  if (!heard && !isNeeded(command, items, filled, things)) return null;
  const takes = new Set([...fillings.flatMap((each) => each.takes), ...ofCommand(command, items)]);
  const options = Object.fromEntries(
    [...filled].flatMap(([name, { value }]) => (value === '' ? [] : [[name, value]])),
  );
  const measured = [...filled.keys()].some((name) => command.options[name]?.kind === 'measure');
  return { wanted: { command: command.name, options }, takes, things, measured };
}

const EMPTY: ReadonlyMap<string, Filling> = new Map();

/** The options of a command that the items fill, and its date; null where a required one stays empty. */
function filledBy(
  known: Known,
  command: CommandText,
  items: readonly Item[],
  measures: readonly AskedMeasure[],
): ReadonlyMap<string, Filling> | null {
  const filled = new Map<string, Filling>();
  for (const name of Object.keys(command.options)) {
    const spec = command.options[name];
    const filling = spec && fillingOf(known, command, name, spec, items, measures, filled);
    if (filling) filled.set(name, filling);
    else if (spec?.required) return null;
  }
  const dated = dateOf(known, command, items);
  if (dated) filled.set('date', dated);
  return filled;
}

/** Items that a command covers without an option. */
function ofCommand(command: CommandText, items: readonly Item[]): readonly Item[] {
  const senses: readonly Sense[] = [`command:${command.name}`, ...(command.asked?.takes ?? [])];
  const times = command.asked?.takes?.includes('when') && says(items, 'when');
  const limits = times ? items.filter(({ is }) => is === 'limit') : [];
  const dated =
    command.severalDates && only(items, 'date').length > 1
      ? saying(items, 'compare', 'above', 'below', 'more-than', 'less-than')
      : [];
  const loosely = command.asked?.loose
    ? only(items, 'measure').filter(({ measure }) => LOOSELY.includes(measure))
    : [];
  return [...saying(items, ...senses), ...limits, ...dated, ...loosely];
}
