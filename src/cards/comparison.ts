import type { CardBody } from '../card.ts';
import type { Answer } from '../command.ts';
import { factAmount, formula, signed } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import type { DerivedFact, Fact } from '../programme/facts.ts';
import { figuresCard, type Topic } from './figures.ts';
import { capitalised } from './names.ts';

type Comparison = Answer & Topic & { /** Whether all are of one kind. */ readonly alike: boolean };

/** The figures side by side, and by how much one exceeds the other. */
export function comparisonCard(answer: Comparison, locale: Locale): CardBody {
  const words = phrases[locale];
  if (!answer.alike) {
    return {
      tone: 'refusal',
      title: words.notUnderstood,
      headline: words.differentKinds,
      fields: [],
      notes: [],
    };
  }
  const card = figuresCard(
    { ...answer, facts: answer.facts.filter((fact) => fact.measure !== 'difference') },
    locale,
  );
  const differences = answer.facts.filter(isDifference).map((fact) => {
    const amount =
      fact.unit === 'percent' ? words.inPoints(signed(fact.value, locale)) : factAmount(fact, locale);
    return `${capitalised(words.measures.difference)}: ${amount} (${formula(fact.formula, locale)})`;
  });
  return { ...card, notes: [...differences, ...card.notes] };
}

function isDifference(fact: Fact): fact is DerivedFact {
  return fact.measure === 'difference' && fact.status === 'derived';
}
