import { capitalised } from '../../cards/words/names.ts';
import { measureName } from '../../locale/measureName.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Dataset } from '../../model/dataset.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import {
  isMeasure,
  isOperation,
  isWithExcluded,
  MEASURES,
  type Measure,
  OPERATIONS,
  type Operation,
} from '../../model/measures.ts';
import { measuresBegun, readMeasures } from '../../reading/optionWords.ts';
import { fold } from '../../search/text/segment.ts';
import type { Desk } from '../desk.ts';
import type { Doubt } from '../doubt.ts';
import { holdingAll, type Suggestion } from '../suggestion.ts';
import type { Option } from './names.ts';

/** A list of measures, and what is to be done with them: "committed,sum", "impegnato, somma". */
export function resolveMeasures(desk: Desk, of: readonly Measure[], text: string): Option | Doubt {
  const named = measuresCalled(desk, text);
  const whole = of.find((measure) => named.has(measure));
  if (whole) return { value: [whole], id: whole };
  const parts = [...new Set(text.split(',').map((part) => part.trim()))];
  const operations = parts.flatMap((part) => operationOf(part) ?? []);
  const others = parts.filter((part) => operationOf(part) === null).join(',');
  const measures = others === '' ? [] : measuresIn(desk, of, others);
  const accepted = [...new Set([...measures, ...operations])].filter((measure) => of.includes(measure));
  if (accepted.length === 0 || (others !== '' && accepted.every(isOperation)))
    return { why: 'unknown-measure', text, of };
  return { value: accepted, id: accepted.join(',') };
}

function measuresIn(desk: Desk, of: readonly Measure[], text: string): readonly Measure[] {
  const ids = text.split(',').map((part) => part.trim());
  const known = ids.filter(isMeasure);
  if (known.length === ids.length) return known;
  const named = measuresCalled(desk, text);
  const called = of.filter((measure) => named.has(measure));
  return called.length > 0 ? called : readMeasures(desk.lexicon, text);
}

const NONE: ReadonlySet<Measure> = new Set();

/** The measures that a programme or a language calls so. */
function measuresCalled({ dataset }: Desk, text: string): ReadonlySet<Measure> {
  const names = namesIn.get(dataset) ?? measureNames(dataset);
  namesIn.set(dataset, names);
  return names.get(fold(text.trim())) ?? NONE;
}

type MeasureNames = ReadonlyMap<string, ReadonlySet<Measure>>;

/** By dataset: folding every name anew was most of what an option for a measure took. */
const namesIn = new WeakMap<Dataset, MeasureNames>();

function measureNames(dataset: Dataset): MeasureNames {
  const names = new Map<string, Set<Measure>>();
  for (const measure of MEASURES)
    for (const locale of LOCALES)
      for (const name of [measureName(measure, dataset, locale), phrases[locale].measures[measure]])
        names.set(fold(name), (names.get(fold(name)) ?? new Set()).add(measure));
  return names;
}

const OPERATION_NAMES = new Map(
  OPERATIONS.flatMap((operation) =>
    LOCALES.map((locale) => [fold(phrases[locale].measures[operation]), operation] as const),
  ),
);

/** "somma", "sum": what an operation is called in either language. */
function operationOf(text: string): Operation | null {
  return OPERATIONS.find((operation) => operation === text) ?? OPERATION_NAMES.get(fold(text.trim())) ?? null;
}

function isCalled(name: string, folded: string): boolean {
  return fold(name) === folded;
}

/** The measure that the text means comes before one that only contains the text: "certificato" is the certified spend. */
export function suggestMeasures(
  desk: Desk,
  of: readonly Measure[],
  text: string,
  locale: Locale,
): readonly Suggestion[] {
  const labels = of
    .filter((measure) => canBe(desk, measure))
    .map((measure) => labelled(desk, measure, locale));
  if (text.trim() === '') return labels;
  const lists = withOperation(desk, of, text, locale);
  if (lists.length > 0) return lists;
  const folded = fold(text.trim());
  const called = labels.filter(({ name }) => isCalled(name, folded));
  const read = readMeasures(desk.lexicon, text);
  const surely = read.length === 1 ? read : [];
  const holding = holdingAll(labels, text);
  const maybe = [...read, ...measuresBegun(desk.lexicon, text)];
  const among = (wanted: readonly Measure[]) =>
    labels.filter(({ value }) => wanted.some((each) => each === value));
  return [...new Set([...called, ...among(surely), ...holding, ...among(maybe)])];
}

/** "impegnato, so": measures that are written already, and each operation that may follow. */
function withOperation(
  desk: Desk,
  of: readonly Measure[],
  text: string,
  locale: Locale,
): readonly Suggestion[] {
  const [typed = '', ...written] = text.split(',').reverse();
  const known: Suggestion[] = [];
  for (const part of new Set(written.reverse())) {
    const [first] = suggestMeasures(desk, of, part, locale);
    if (!first) return [];
    known.push(first);
  }
  if (known.length === 0) return [];
  const operations = of.filter(isOperation).map((operation) => labelled(desk, operation, locale));
  return holdingAll(operations, typed).map(({ name, value }) => ({
    name: [...known.map((each) => each.name), name.toLowerCase()].join(', '),
    value: [...known.map((each) => each.value), value].join(','),
  }));
}

function labelled({ dataset }: Desk, measure: Measure, locale: Locale): Suggestion {
  return { name: capitalised(measureName(measure, dataset, locale)), value: measure };
}

/** An operation is done with other measures; where no date leaves an amount out, none can be put back in. */
function canBe({ dataset }: Desk, measure: Measure): boolean {
  if (isOperation(measure)) return false;
  return !isWithExcluded(measure) || dataset.snapshots.some(({ excluded }) => excluded.length > 0);
}
