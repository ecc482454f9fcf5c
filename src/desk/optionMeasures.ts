import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import { LOCALES } from '../model/locale.ts';
import { isMeasure, isOperation, type Measure, OPERATIONS, type Operation } from '../model/measures.ts';
import { readMeasures } from '../reading/optionWords.ts';
import { fold } from '../search/text/segment.ts';
import type { Desk } from './desk.ts';
import type { Doubt } from './doubt.ts';
import type { Option } from './resolveNames.ts';

/** A list of measures, and what is to be done with them: "committed,sum", "impegnato, somma". */
export function resolveMeasures(desk: Desk, of: readonly Measure[], text: string): Option | Doubt {
  const parts = text.split(',').map((part) => part.trim());
  const operations = parts.flatMap((part) => operationOf(part) ?? []);
  const others = parts.filter((part) => operationOf(part) === null).join(',');
  const measures = others === '' ? [] : measuresIn(desk, of, others);
  const taken = [...new Set([...measures, ...operations])].filter((measure) => of.includes(measure));
  if (taken.length === 0 || (others !== '' && taken.every(isOperation)))
    return { why: 'unknown-measure', text, of };
  return { value: taken, id: taken.join(',') };
}

function measuresIn(desk: Desk, of: readonly Measure[], text: string): readonly Measure[] {
  const ids = text.split(',').map((part) => part.trim());
  const known = ids.filter(isMeasure);
  if (known.length === ids.length) return known;
  const called = of.filter((measure) => isMeasureCalled(desk, measure, text));
  return called.length > 0 ? called : readMeasures(desk.lexicon, text);
}

function isMeasureCalled({ dataset }: Desk, measure: Measure, text: string): boolean {
  return LOCALES.some(
    (locale) =>
      isCalled(measureName(measure, dataset, locale), text) ||
      isCalled(phrases[locale].measures[measure], text),
  );
}

/** "somma", "sum": what an operation is called in either language. */
function operationOf(text: string): Operation | null {
  const called = (operation: Operation) =>
    operation === text || LOCALES.some((locale) => isCalled(phrases[locale].measures[operation], text));
  return OPERATIONS.find(called) ?? null;
}

function isCalled(name: string, text: string): boolean {
  return fold(name) === fold(text.trim());
}
