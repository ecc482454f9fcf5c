import type { Fact } from '../../model/facts.ts';
import { altOf } from './alt.ts';
import { type Asked, hueOf, scaleOf } from './figures.ts';
import type { BarsSpec } from './spec.ts';
import { chartWords } from './words.ts';

type Row = { readonly label: string; readonly fact: Fact; readonly target?: Fact | undefined };

/** Things by one measure, in the order given; null where there are fewer than two or they share no unit. */
export function barsOf(given: readonly Row[], asked: Asked): BarsSpec | null {
  const scale = scaleOf(
    given.flatMap(({ fact, target }) => (target ? [fact, target] : [fact])),
    asked,
  );
  if (!scale || given.length < 2) return null;
  const { head, datum } = scale;
  const words = chartWords[asked.locale];
  const rows = given.map(({ label, fact, target }) => ({
    label,
    hue: hueOf(fact.subject),
    figure: datum(fact),
    goal: target ? datum(target) : null,
  }));
  const lines = rows.map(({ label, figure, goal }) => ({
    label,
    text: goal ? words.withTarget(figure.text, goal.text) : figure.text,
  }));
  const ranked = rows.map(({ label, figure }) => ({ label, ...figure }));
  return {
    kind: 'bars',
    ...head,
    series: [],
    rows: rows.map(({ label, hue, figure, goal }) => {
      const below = goal ? `${words.target} ${goal.text}` : '';
      return { label, hue, bars: [{ ...figure, below, target: goal?.value ?? null }] };
    }),
    alt: altOf('bars', head, lines, ranked),
  };
}
