import type { Fact } from '../../model/facts.ts';
import { altOf } from './alt.ts';
import { type Asked, hueOf, scaleOf } from './figures.ts';
import type { BarsSpec } from './spec.ts';

type Row = { readonly label: string; readonly fact: Fact; readonly target?: Fact | undefined };

/** Things by one measure, in the order given; null where there are fewer than two or they share no unit. */
export function barsOf({ rows, ...asked }: Asked & { readonly rows: readonly Row[] }): BarsSpec | null {
  const scale = scaleOf(
    rows.flatMap(({ fact, target }) => (target ? [fact, target] : [fact])),
    asked,
  );
  if (!scale || rows.length < 2) return null;
  const { unit, caption, datum } = scale;
  const spec = {
    kind: 'bars' as const,
    title: asked.title,
    caption,
    locale: asked.locale,
    unit,
    rows: rows.map(({ label, fact, target }) => ({
      label,
      hue: hueOf(fact.subject),
      figure: datum(fact),
      target: target ? datum(target) : null,
    })),
  };
  return { ...spec, alt: altOf(spec) };
}
