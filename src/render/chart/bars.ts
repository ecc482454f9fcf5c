import type { BarsSpec, CascadeSpec, GroupsSpec } from '../../cards/charts/spec.ts';
import { chartWords } from '../../cards/charts/words.ts';
import { framed } from './frame.ts';
import { legend } from './legend.ts';
import { type Row, rowsOf } from './rows.ts';
import type { Scene } from './scene.ts';
import { fillOf, PLAIN, SIZE, shades } from './theme.ts';

const FEW = 6;

export function barsScene(spec: BarsSpec): Scene {
  const { target } = chartWords[spec.locale];
  const rows = spec.rows.map(
    ({ label, hue, figure, target: goal }): Row => ({
      label,
      bars: [
        {
          value: figure.value,
          fill: fillOf(hue),
          said: figure.said,
          below: goal ? `${target} ${goal.said}` : '',
          target: goal?.value ?? null,
        },
      ],
    }),
  );
  const few = rows.length <= FEW;
  const look = few
    ? { size: SIZE.label, bar: 36, between: 20, labelLines: 3, track: null }
    : { size: SIZE.dense, bar: 28, between: 13, labelLines: 2, track: null };
  return framed(spec, (top) => rowsOf(rows, look, top));
}

export function cascadeScene(spec: CascadeSpec): Scene {
  const whole = spec.steps[0]?.figure.value ?? null;
  const rows = spec.steps.map(
    ({ label, figure, share }): Row => ({
      label,
      bars: [{ value: figure.value, fill: fillOf(spec.hue), said: figure.said, below: share, target: null }],
    }),
  );
  return framed(spec, (top) =>
    rowsOf(rows, { size: SIZE.label, bar: 40, between: 16, labelLines: 2, track: whole }, top),
  );
}

export function groupsScene(spec: GroupsSpec): Scene {
  const fills = shades(spec.series.length);
  const { absentShort } = chartWords[spec.locale];
  const rows = spec.rows.map(
    ({ label, figures }): Row => ({
      label,
      bars: figures.map((figure, at) => ({
        value: figure?.value ?? null,
        fill: fills[at] ?? PLAIN,
        said: figure?.said ?? absentShort,
        below: '',
        target: null,
      })),
    }),
  );
  const look = { size: SIZE.dense, bar: 22, between: 18, labelLines: 3, track: null };
  return framed(spec, (top) => {
    const key = legend(
      spec.series.map((label, at) => ({ label, fill: fills[at] ?? PLAIN })),
      top,
    );
    const body = rowsOf(rows, look, key.bottom + 20);
    return { marks: [...key.marks, ...body.marks], bottom: body.bottom };
  });
}
