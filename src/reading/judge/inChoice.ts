import type { Known } from '../../question/known.ts';
import type { Reading, Wanted } from '../../question/reading.ts';
import { inDoubt } from '../meaning/rivals.ts';
import { MARGIN } from './costs.ts';
import type { Option } from './reader.ts';

/** A name of several things is asked about; so are two readings between which nothing decides. */
export function inChoice(known: Known, best: Option, options: readonly Option[]): Reading | null {
  const doubt = inDoubt(best.items);
  const [part] = best.parts;
  if (doubt) {
    const choices = doubt.subjects.map((subject) => ({
      subject,
      wanted: narrowedTo(part.wanted, subject.id),
    }));
    return { as: 'choose', text: doubt.words, choices };
  }
  const rival = options.find(
    (option) => option !== best && option.cost - best.cost < MARGIN && isOther(best, option),
  );
  return rival &&
    best.parts.length + rival.parts.length === 2 &&
    rival.cost > 0.3 &&
    known.commands.length > 0
    ? { as: 'which', ways: [best, rival].map(({ parts: [first] }) => first.wanted) }
    : null;
}

function narrowedTo({ command, options }: Wanted, id: string): Wanted {
  const narrowed = Object.entries(options).map(([name, value]) => {
    const listed = value.split(',');
    return [name, listed.includes(id) ? id : value] as const;
  });
  return { command, options: Object.fromEntries(narrowed) };
}

/** Neither shows all that the other does: an answer that only adds to another's figures asks for no choice. */
function isOther(one: Option, other: Option): boolean {
  const [own, others] = [shownBy(one), shownBy(other)];
  return [...own].some((fact) => !others.has(fact)) && [...others].some((fact) => !own.has(fact));
}

function shownBy({ parts }: Option): ReadonlySet<string> {
  return new Set(
    parts
      .flatMap(({ answered }) => answered.facts)
      .map(({ subject, measure, asOf, unit }) => `${subject.id} ${measure} ${asOf} ${unit}`),
  );
}
