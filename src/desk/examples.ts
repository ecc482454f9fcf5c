import { subjectName } from '../cards/words/names.ts';
import { lookup } from '../figures/lookup.ts';
import { thingsOf } from '../figures/things.ts';
import { phrases } from '../locale/phrases.ts';
import type { Dataset, Subject, SubjectKind } from '../model/dataset.ts';
import type { Locale, Localised } from '../model/locale.ts';
import type { Measure } from '../model/measures.ts';

/** Questions to try, the best first: the programme's own or, where it has none, some on what it has figures of. */
export type Examples = Localised<readonly string[]>;

export function examplesOf(dataset: Dataset): Examples {
  return dataset.programme.examples ?? { it: made(dataset, 'it'), en: made(dataset, 'en') };
}

/** A question with a longer name fits no button. */
const LONGEST_NAME = 40;
/** The first measure of each list that some axis has is asked for. */
const SPENT = ['certified', 'paid', 'committed', 'allocation'] as const;
const LEFT = ['remaining-to-certify', 'remaining-to-pay', 'remaining-to-commit'] as const;
const PEOPLE = ['participants-female', 'participants'] as const;

function made(dataset: Dataset, locale: Locale): readonly string[] {
  const { asks } = phrases[locale];
  const asked = [
    ofAxis(dataset, SPENT, 0, (measure, axis) => asks[measure](axis)),
    ofNamed(dataset, 'indicator', 'target', locale, asks.target),
    ofNamed(dataset, 'initiative', null, locale, asks.initiative),
    ofAxis(dataset, PEOPLE, 1, (measure, axis) => asks[measure](axis)),
    ofAxis(dataset, LEFT, 2, (measure, axis) => asks[measure](axis)),
    ...dataset.programme.glossary
      .map(({ term }) => term[locale])
      .filter(({ length }) => length <= LONGEST_NAME)
      .slice(0, 1)
      .map(asks.term),
  ];
  return asked.filter((question) => question !== null);
}

/** Asks of the first axis with such a figure, looking from the one at `from` on and then from the beginning. */
function ofAxis<M extends Measure>(
  dataset: Dataset,
  measures: readonly M[],
  from: number,
  ask: (measure: M, axis: string) => string,
): string | null {
  const axes = thingsOf(dataset, 'axis');
  for (const measure of measures) {
    const axis = [...axes.slice(from), ...axes].find((subject) => has(dataset, subject, measure));
    if (axis) return ask(measure, axis.record.letter ?? String(axis.record.number));
  }
  return null;
}

function ofNamed(
  dataset: Dataset,
  kind: SubjectKind,
  measure: Measure | null,
  locale: Locale,
  ask: (name: string) => string,
): string | null {
  const names = thingsOf(dataset, kind)
    .filter((subject) => measure === null || has(dataset, subject, measure))
    .map((subject) => (subject.kind === 'indicator' && subject.record.code) || subjectName(subject, locale));
  const name = names.find(({ length }) => length <= LONGEST_NAME);
  return name === undefined ? null : ask(name);
}

function has(dataset: Dataset, subject: Subject, measure: Measure): boolean {
  return lookup({ dataset, snapshot: dataset.latest }, subject, measure).length > 0;
}
