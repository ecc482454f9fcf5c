import { describe, expect, it } from 'vitest';
import { number } from '../../src/locale/format.ts';
import { toNumber } from '../../src/model/decimal.ts';
import { LOCALES, type Locale } from '../../src/model/locale.ts';
import { dataset, question, said } from '../desk.ts';

describe('a figure is found by its value', () => {
  const WORDED: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>> = {
    MEUR: {
      it: ['cosa sono i … milioni?', 'a cosa corrispondono … mln?'],
      en: ['what is … million?'],
    },
    EUR: { it: ['cosa sono … euro?'], en: ['what is … euros?'] },
    percent: { it: ['a cosa corrisponde il …%?'], en: ['what is …%?'] },
    count: { it: ['… cos’è?', 'cosa sono … persone?'], en: ['what is …?'] },
  };
  /** Smaller numbers count what is asked for, or are the number of an axis. */
  const LEAST_COUNT = 100;
  const printed = dataset.latest.figures.filter(
    ({ value, unit }) => toNumber(value) > (unit === 'count' ? LEAST_COUNT : 0),
  );
  const byUnit = Object.keys(WORDED).map(
    (unit) => [unit, printed.filter((each) => each.unit === unit)] as const,
  );

  it('there are figures in every unit', () => {
    for (const [unit, all] of byUnit) expect([unit, all.length > 0]).toEqual([unit, true]);
  });

  it.each(byUnit.flatMap(([unit, all]) => LOCALES.map((locale) => [unit, locale, all] as const)))(
    'in %s, %s',
    (unit, locale, all) => {
      const values = [...new Set(all.map(({ value }) => number(value, locale)))];
      const lost = values.flatMap((value) =>
        (WORDED[unit]?.[locale] ?? []).flatMap((frame) => {
          const asked = frame.replace('…', value);
          const { facts } = question(asked, locale);
          const found = facts.some((fact) => fact.unit === unit && number(fact.value, locale) === value);
          return found ? [] : [`${asked} → ${facts.slice(0, 2).map(said)}`];
        }),
      );
      expect(lost).toEqual([]);
    },
  );
});
