import type { LinesSpec } from '../../cards/charts/spec.ts';
import {
  type Box,
  boxOf,
  type Drawn,
  lineMark,
  type Mark,
  overlap,
  type TextMark,
  textMark,
} from './scene.ts';
import { widthOf } from './text.ts';
import { INK, LINE_HEIGHT, PAD, SIZE } from './theme.ts';

const SYMBOL = 20;
const BETWEEN = 28;

/** What filled and hollow points are, in one line; nothing where all are alike. */
export function pointKey(points: LinesSpec['points'], top: number): Drawn {
  const marks: Mark[] = [];
  let x = PAD;
  for (const { label, hollow } of points) {
    marks.push({ kind: 'symbol', x: x + 9, y: top + 10, shape: 'circle', hollow, fill: INK.soft });
    marks.push(textMark(label, x + SYMBOL + 6, top + 18, { size: SIZE.dense }));
    x += SYMBOL + 6 + widthOf(label, SIZE.dense, 400) + BETWEEN;
  }
  return { marks, bottom: points.length > 0 ? top + SIZE.dense * LINE_HEIGHT + 14 : top };
}

/** A dashed line at each jump with its words above the lines, as long as they do not cover those of one before. */
export function jumpMarks(
  jumps: LinesSpec['jumps'],
  x: (date: string) => number,
  within: Box,
): readonly Mark[] {
  const texts: TextMark[] = [];
  const lines: Mark[] = [];
  for (const { date, label } of jumps) {
    const half = widthOf(label, SIZE.dense, 600) / 2;
    const middle = Math.max(within.left + half, Math.min(x(date), within.right - half));
    const style = { size: SIZE.dense, weight: 600, anchor: 'middle' } as const;
    const text = textMark(label, middle, within.top + 16, style);
    if (texts.some((other) => overlap(boxOf(text), boxOf(other)))) continue;
    texts.push(text);
    lines.push(lineMark([x(date), within.top + 26], [x(date), within.bottom], 2, INK.soft, '5 5'));
  }
  return [...lines, ...texts];
}
