import type { Fact } from '../../model/facts.ts';
import { altOf } from './alt.ts';
import { type Asked, scaleOf } from './figures.ts';
import type { BarsSpec, Key } from './spec.ts';
import { chartWords } from './words.ts';

/** The facts of a row in the order of the keys. */
type Cells = { readonly label: string; readonly facts: readonly (Fact | undefined)[] };

/** Rows of several bars, one for each key; a figure that is not among the facts stays a gap, never a zero. */
export function groupsOf(given: readonly Cells[], keys: readonly Key[], asked: Asked): BarsSpec | null {
  const present = given.flatMap(({ facts }) => facts.flatMap((fact) => fact ?? []));
  const scale = scaleOf(present, asked);
  if (!scale || keys.length < 2 || present.length < 2) return null;
  const words = chartWords[asked.locale];
  const gap = { value: null, text: words.absentShort };
  const rows = given.map(({ label, facts }) => {
    const bars = facts.map((fact) => ({ ...(fact ? scale.datum(fact) : gap), below: '', target: null }));
    return { label, hue: 'plain' as const, bars };
  });
  const lines = rows.map(({ label, bars }) => {
    const texts = bars.map(({ value, text }) => (value === null ? words.absent : text));
    return { label, text: keys.map((key, at) => `${key.label} ${texts[at]}`).join(', ') };
  });
  return { kind: 'groups', ...scale.head, series: keys, rows, alt: altOf('groups', scale.head, lines) };
}
