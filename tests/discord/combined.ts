import type { Stored } from '../../src/discord/ids/press.ts';
import { isOperation } from '../../src/model/measures.ts';
import type { OptionSpec } from '../../src/question/lexicon/commandText.ts';
import { dataset, desk } from '../desk.ts';

const idsOf = (kind: string) =>
  [...dataset.subjects.values()].filter((subject) => subject.kind === kind).map(({ id }) => id);
const longest = (texts: readonly string[], count: number) =>
  [...texts].sort((one, other) => other.length - one.length).slice(0, count);

/** The longest that people put into an option: all axes, several measures with operations, amounts to the cent. */
function longestOf({ kind, of = [] }: OptionSpec): string {
  switch (kind) {
    case 'measure':
      return [
        ...longest(
          of.filter((each) => !isOperation(each)),
          4,
        ),
        ...of.filter(isOperation),
      ].join(',');
    case 'thing':
    case 'axis':
      return idsOf('axis').join(',');
    case 'question':
      return 'quanto hanno certificato gli assi II e III al 31.12.2020, e quante donne? '.repeat(2);
    case 'status':
      return 'reached';
    case 'kind':
      return 'funding-source';
    case 'order':
      return 'highest';
    case 'count':
      return '25';
    case 'amount':
      return '184312574.33€';
    case 'snapshot':
      return dataset.latest.date;
    case 'term':
      return longest(
        dataset.programme.glossary.map(({ id }) => id),
        1,
      ).join('');
    case 'command':
      return longest([...desk.catalogue.keys()], 1).join('');
    default:
      return longest(idsOf(kind), 4).join(',');
  }
}

/** Every command with every set of its options, each at its longest, at one date and at three where it takes them. */
export const COMBINED: readonly Stored[] = [...desk.catalogue.values()].flatMap((command) => {
  const options = Object.entries(command.options);
  const dates = dataset.snapshots.slice(-3).map(({ date }) => date);
  const when = ['', dates[0] ?? '', ...(command.severalDates ? [dates.join(',')] : [])];
  return subsets(options).flatMap((some) =>
    when.map((date) => ({
      command: command.name,
      options: {
        ...Object.fromEntries(some.map(([name, spec]) => [name, longestOf(spec)])),
        ...(date === '' ? {} : { date }),
      },
    })),
  );
});

/** All that hold what is required. */
function subsets(options: readonly (readonly [string, OptionSpec])[]) {
  return options.reduce<readonly (readonly (readonly [string, OptionSpec])[])[]>(
    (sets, option) => [...(option[1].required ? [] : sets), ...sets.map((set) => [...set, option])],
    [[]],
  );
}
