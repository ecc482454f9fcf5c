import type { Known } from '../../question/known.ts';
import type { Reading, Wanted } from '../../question/reading.ts';
import { inDoubt } from '../meaning/rivals.ts';
import { MARGIN } from './costs.ts';
import type { Option } from './reader.ts';

/** The choice for an ambiguous name, or between two readings of equal cost; null where the best reading stands. */
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

/** Whether each answer shows figures that the other lacks; an answer that only adds figures needs no choice. */
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
