import type { BarsSpec, Key } from '../../cards/charts/spec.ts';
import { type Look, rowsOf } from './rows.ts';
import { type Drawn, type Mark, rectMark, textMark } from './scene.ts';
import { widthOf, wrap } from './text.ts';
import { fillOf, INNER, PAD, PLAIN, SIZE, shades, WIDTH } from './theme.ts';

const FEW = 6;
const SWATCH = 20;
const SWATCH_GAP = 8;
const BETWEEN_NAMES = 26;

/** Bars in the colour of what they say: that of their place where a row has several, else that of the row. */
export function barRows(spec: BarsSpec, top: number): Drawn {
  const fills = keyFills(spec.series);
  const rows = spec.rows.map(({ label, hue, bars }) => ({
    label,
    bars: bars.map((bar, at) => ({ ...bar, fill: (bars.length > 1 ? fills[at] : null) ?? fillOf(hue) })),
  }));
  const key = spec.series.length > 0 ? legend(spec.series, fills, top) : { marks: [], bottom: top };
  const body = rowsOf(rows, lookOf(spec), key.bottom);
  return { marks: [...key.marks, ...body.marks], bottom: body.bottom };
}

function lookOf({ kind, rows }: BarsSpec): Look {
  const whole = rows[0]?.bars[0]?.value ?? null;
  if (kind === 'cascade') return { size: SIZE.label, bar: 40, between: 16, labelLines: 2, track: whole };
  if (kind === 'groups' || kind === 'changes')
    return { size: SIZE.dense, bar: 24, between: 18, labelLines: 3, track: null };
  return rows.length <= FEW
    ? { size: SIZE.label, bar: 36, between: 20, labelLines: 3, track: null }
    : { size: SIZE.dense, bar: 28, between: 13, labelLines: 2, track: null };
}

function keyFills(keys: readonly Key[]): readonly string[] {
  const ramp = shades(keys.length);
  return keys.map(({ hue }, at) => (hue === null ? (ramp[at] ?? PLAIN) : fillOf(hue)));
}

/** What each colour stands for, in as many lines as it takes. */
function legend(keys: readonly Key[], fills: readonly string[], top: number): Drawn {
  const marks: Mark[] = [];
  let [x, y] = [PAD, top];
  for (const [at, key] of keys.entries()) {
    const [label = ''] = wrap(key.label, INNER - SWATCH - SWATCH_GAP, SIZE.dense, 400, 1);
    const width = SWATCH + SWATCH_GAP + widthOf(label, SIZE.dense, 400);
    if (x > PAD && x + width > WIDTH - PAD) [x, y] = [PAD, y + SIZE.dense * 1.4];
    const swatch = { left: x, top: y + 1, right: x + SWATCH, bottom: y + 1 + SWATCH };
    marks.push(rectMark(swatch, fills[at] ?? PLAIN, 3));
    marks.push(textMark(label, x + SWATCH + SWATCH_GAP, y + SWATCH - 1.5, { size: SIZE.dense }));
    x += width + BETWEEN_NAMES;
  }
  return { marks, bottom: y + SWATCH + 22 };
}
