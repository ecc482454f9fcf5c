import { phrases } from '../locale/phrases.ts';
import type { Locale } from '../model/locale.ts';
import { type CardBody, refusalBody } from './card.ts';
import { figuresCard } from './figures.ts';
import type { Topic } from './layout.ts';
import { answered, type Limited, limitedCard } from './limits.ts';

type Comparison = Limited &
  Topic & {
    /** Whether all are of one kind. */
    readonly alike: boolean;
    /** Whether the first is above the second, or below, where that was asked. */
    readonly holds?: boolean | null;
  };

/** The figures side by side, and by how much one exceeds the other. */
export function comparisonCard(answer: Comparison, locale: Locale): CardBody {
  const words = phrases[locale];
  if (!answer.alike) return refusalBody(words.notUnderstood, words.differentKinds);
  const card = limitedCard(answer, locale, (figures) => figuresCard(figures, locale));
  return answered(card, answer.holds ?? null, locale);
}
