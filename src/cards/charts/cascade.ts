import { ratePlaces } from '../../figures/derive.ts';
import { amount } from '../../locale/format.ts';
import { measureName } from '../../locale/measureName.ts';
import { percentage } from '../../model/decimal.ts';
import type { Fact } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import { CASCADE } from '../../model/measures.ts';
import { capitalised } from '../names.ts';
import { altOf } from './alt.ts';
import { type Asked, hueOf, joined, scaleOf } from './figures.ts';
import type { CascadeSpec } from './spec.ts';
import { chartWords } from './words.ts';

/**
 * The money of one thing, from its allocation to what is certified; a step that is not among the facts is left out.
 * Null without the allocation or any other step.
 */
export function cascadeOf({
  facts,
  ...asked
}: Asked & { readonly facts: readonly Fact[] }): CascadeSpec | null {
  const steps = CASCADE.flatMap((measure) => facts.find((fact) => fact.measure === measure) ?? []);
  const [whole, ...others] = steps;
  const scale = scaleOf(steps, asked);
  if (!scale || whole?.measure !== 'allocation' || others.length === 0) return null;
  const { locale, title } = asked;
  const spec = {
    kind: 'cascade' as const,
    title,
    caption: joined([scale.caption, chartWords[locale].sharesComputed]),
    locale,
    unit: scale.unit,
    hue: hueOf(whole.subject),
    steps: steps.map((fact) => ({
      label: capitalised(measureName(fact.measure, fact.subject, locale)),
      figure: scale.datum(fact),
      share: fact === whole ? '' : share(fact, whole, locale),
    })),
  };
  return { ...spec, alt: altOf(spec) };
}

function share(part: Fact, whole: Fact, locale: Locale): string {
  const value = percentage(part.value, whole.value, ratePlaces(part.value, whole.value));
  return value && part.unit === whole.unit ? amount(value, 'percent', locale) : '';
}
