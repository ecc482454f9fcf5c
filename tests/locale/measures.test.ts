import { describe, expect, it, test } from 'vitest';
import { phrases } from '../../src/locale/phrases.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { isOperation, MEASURES, type Measure } from '../../src/model/measures.ts';
import { readMeasures } from '../../src/reading/optionWords.ts';
import { desk } from '../desk.ts';

/** What may be asked for by its name: all but operations, and a figure of which no document says what it is. */
const NAMED = MEASURES.filter((measure) => !isOperation(measure) && measure !== 'unspecified');

/** A single word that people say of another measure. */
const OTHERWISE: Readonly<Record<string, Measure>> = { 'en allocated': 'allocation' };

describe.each(LOCALES)('in %s', (locale) => {
  it.each(NAMED)('%s is understood by the name that cards give it', (measure) => {
    expect(readMeasures(desk.lexicon, phrases[locale].measures[measure])).toContain(
      OTHERWISE[`${locale} ${measure}`] ?? measure,
    );
  });
});

test('a measure without words in a language does not compile', () => {
  const { gap, ...others } = phrases.en.measures;
  // @ts-expect-error: the name of a measure is missing
  const incomplete: Record<Measure, string> = others;
  // @ts-expect-error: what is like Italian but for a measure is no language
  const language: (typeof phrases)['it']['measures'] = others;
  expect([incomplete, language]).not.toContain(gap);
});
