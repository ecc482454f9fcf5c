import { measureName } from '../../locale/measureName.ts';
import type { Fact } from '../../model/facts.ts';
import type { Measure } from '../../model/measures.ts';
import { capitalised } from '../names.ts';
import { altOf } from './alt.ts';
import { type Asked, scaleOf } from './figures.ts';
import type { GroupsSpec } from './spec.ts';

type Wanted = Asked & {
  readonly rows: readonly { readonly label: string; readonly facts: readonly Fact[] }[];
  /** The bars of each row, from the top. */
  readonly measures: readonly Measure[];
};

/** Several things by several measures; a figure that is not among the facts stays a gap, never a zero. */
export function groupsOf({ rows, measures, ...asked }: Wanted): GroupsSpec | null {
  const found = rows.map(({ label, facts }) => ({
    label,
    facts: measures.map((measure) => facts.find((fact) => fact.measure === measure) ?? null),
  }));
  const present = found.flatMap(({ facts }) => facts.filter((fact) => fact !== null));
  const scale = scaleOf(present, asked);
  if (!scale || measures.length < 2 || present.length < 2) return null;
  const spec = {
    kind: 'groups' as const,
    title: asked.title,
    caption: scale.caption,
    locale: asked.locale,
    unit: scale.unit,
    series: measures.map((measure) => capitalised(measureName(measure, present[0]?.subject, asked.locale))),
    rows: found.map(({ label, facts }) => ({
      label,
      figures: facts.map((fact) => fact && scale.datum(fact)),
    })),
  };
  return { ...spec, alt: altOf(spec) };
}
