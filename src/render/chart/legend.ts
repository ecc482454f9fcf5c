import { type Drawn, type Mark, textMark } from './scene.ts';
import { widthOf, wrap } from './text.ts';
import { INNER, PAD, SIZE, WIDTH } from './theme.ts';

const SWATCH = 20;
const GAP = 8;
const BETWEEN = 26;

/** What each colour stands for, in as many lines as it takes. */
export function legend(items: readonly { label: string; fill: string }[], top: number): Drawn {
  const marks: Mark[] = [];
  const leading = SIZE.dense * 1.4;
  let [x, y] = [PAD, top];
  for (const { label: name, fill } of items) {
    const [label = ''] = wrap(name, INNER - SWATCH - GAP, SIZE.dense, 400, 1);
    const width = SWATCH + GAP + widthOf(label, SIZE.dense, 400);
    if (x > PAD && x + width > WIDTH - PAD) [x, y] = [PAD, y + leading];
    marks.push({ kind: 'rect', x, y: y + 1, width: SWATCH, height: SWATCH, radius: 3, fill });
    marks.push(textMark(label, x + SWATCH + GAP, y + SWATCH - 1.5, { size: SIZE.dense }));
    x += width + BETWEEN;
  }
  return { marks, bottom: y + SWATCH + 2 };
}
