import { ratePlaces } from '../../figures/derive.ts';
import { amount } from '../../locale/format.ts';
import { measureName } from '../../locale/measureName.ts';
import { percentage } from '../../model/decimal.ts';
import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { CASCADE } from '../../model/measures.ts';
import { type Briefing, briefingTitle } from '../briefing.ts';
import { capitalised } from '../words/names.ts';
import { altOf } from './alt.ts';
import { type Asked, factOf, hueOf, joined, STAR, scaleOf, sourceLine } from './figures.ts';
import type { BarsSpec } from './spec.ts';
import { chartWords } from './words.ts';

/** How far the money of an axis has come. */
export function briefingChart({ axis, money, asOf }: Briefing, locale: Locale): BarsSpec | null {
  const title = briefingTitle(axis, asOf, locale);
  return cascadeOf(money, { title, caption: sourceLine(money, locale), locale });
}

/**
 * The money of one thing, from its allocation to what is certified; a step that is not among the facts is left out.
 * Null without the allocation or any other step.
 */
export function cascadeOf(facts: readonly Fact[], asked: Asked): BarsSpec | null {
  const steps = CASCADE.flatMap((measure) => factOf(facts, measure) ?? []);
  const [whole, ...others] = steps;
  const scale = scaleOf(steps, asked);
  if (!scale || whole?.measure !== 'allocation' || others.length === 0) return null;
  const { locale } = asked;
  const words = chartWords[locale];
  const rows = steps.map((fact) => {
    const below = fact === whole ? '' : share(fact, whole, locale);
    return {
      label: capitalised(measureName(fact.measure, fact.subject, locale)),
      hue: hueOf(whole.subject),
      bars: [{ ...scale.datum(fact), below, target: null }],
    };
  });
  const lines = rows.flatMap(({ label, bars }) =>
    bars.map(({ text, below }) => ({ label, text: below === '' ? text : words.ofAllocation(text, below) })),
  );
  return {
    kind: 'cascade',
    ...scale.head,
    caption: joined([asked.caption, words.shares, words.starred]),
    series: [],
    rows,
    alt: altOf('cascade', scale.head, lines),
  };
}

function share(part: Fact, whole: Fact, locale: Locale): string {
  const value = percentage(part.value, whole.value, ratePlaces(part.value, whole.value));
  return value && part.unit === whole.unit ? `${amount(value, 'percent', locale)}${STAR}` : '';
}
