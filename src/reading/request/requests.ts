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
  const filled = new Map<string, Filling>();
  for (const [name, spec] of Object.entries(command.options)) {
    const filling = fillingOf(known, command, name, spec, items, measures, filled);
    if (filling) filled.set(name, filling);
    else if (spec.required) return null;
  }
  if (command.asked?.apart && [...filled.values()].filter((each) => each.things).length > 1) return null;
  const dated = dateOf(known, command, items);
  if (dated) filled.set('date', dated);
  const fillings = [...filled.values()];
  const things = fillings.flatMap((each) => each.things ?? []);
  if (!says(items, `command:${command.name}`) && !isNeeded(command, items, filled, things)) return null;
  const takes = new Set([...fillings.flatMap((each) => each.takes), ...ofCommand(command, items)]);
  const options = Object.fromEntries(
    [...filled].flatMap(([name, { value }]) => (value === '' ? [] : [[name, value]])),
  );
  const measured = Object.entries(command.options).some(
    ([name, { kind }]) => kind === 'measure' && filled.has(name),
  );
  return { wanted: { command: command.name, options }, takes, things, measured };
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

/** Whether the question meets one of the command's needs. */
function isNeeded(
  { asked }: CommandText,
  items: readonly Item[],
  filled: ReadonlyMap<string, Filling>,
  things: readonly Subject[],
): boolean {
  const needs = asked?.needs ?? NOTHING_ELSE;
  return needs.some((each) =>
    each.split('+').every((need) => {
      if (need.startsWith('!option:')) return !filled.has(need.slice('!option:'.length));
      if (need.startsWith('option:')) return filled.has(need.slice('option:'.length));
      if (need.startsWith('thing:')) return things.some(({ kind }) => kind === need.slice('thing:'.length));
      if (need.startsWith('measure:'))
        return only(items, 'measure').some(({ measure }) => `measure:${measure}` === need);
      return says(items, need as Sense);
    }),
  );
}

/** A command without `asked` is reached by its own words only. */
const NOTHING_ELSE: readonly string[] = [];
