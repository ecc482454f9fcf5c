import { describe, expect, it } from 'vitest';
import { toPng } from '../../src/render/chart/png.ts';
import { boxOf, textMark } from '../../src/render/chart/scene.ts';
import { toSvg } from '../../src/render/chart/svg.ts';
import { decoded } from './pixels.ts';

const WIDTH = 200;

/** The dark pixels of one text, by column, as it is drawn. */
async function ink(text: string, weight: 400 | 600 = 400) {
  const mark = textMark(text, 20, 60, { size: 40, weight });
  const png = await toPng(
    toSvg({
      width: WIDTH,
      height: 80,
      marks: [{ kind: 'rect', x: 0, y: 0, width: WIDTH, height: 80, radius: 0, fill: '#ffffff' }, mark],
    }),
  );
  const { width, height, colour } = decoded(png);
  const columns = Array.from({ length: width }, (_, x) =>
    Array.from({ length: height }, (_, y) => y).filter((y) => colour(x, y) < 0x80),
  );
  const inked = columns.flatMap((rows, x) => (rows.length > 0 ? [x] : []));
  return {
    rows: columns.flat(),
    left: (inked[0] ?? 0) / 2,
    right: (inked.at(-1) ?? 0) / 2,
    box: boxOf(mark),
  };
}

describe('the font', () => {
  it.each([...'àèéìòùÀÈÉÌÒÙ'])('draws the accent of %s', async (letter) => {
    const [plain, accented] = [await ink(letter.normalize('NFD').charAt(0)), await ink(letter)];
    expect(Math.min(...accented.rows)).toBeLessThan(Math.min(...plain.rows) + (letter === 'ì' ? 6 : -2));
    expect(accented.rows.length).not.toBe(plain.rows.length);
    expect(accented.rows).not.toEqual((await ink('→')).rows);
  });

  it.each([...'€–−…’«»%÷×Łřőß'])('has a glyph for %s', async (sign) => {
    const [drawn, missing] = [await ink(sign), await ink('→')];
    expect(drawn.rows.length).toBeGreaterThan(8);
    expect(drawn.rows).not.toEqual(missing.rows);
  });

  it.each([400, 600] as const)('in weight %i draws no wider than the layout measured', async (weight) => {
    for (const text of ['109,8 Mln', 'AVATAR', 'Capacità', '«più» €']) {
      const { left, right, box } = await ink(text, weight);
      expect(left).toBeGreaterThan(box.left - 1);
      expect(right).toBeLessThan(box.right + 1);
      expect(right).toBeGreaterThan(box.right - 20);
    }
  });
});

it('keeps its colours in a palette of 256, the commonest exactly', async () => {
  const hues = Array.from({ length: 600 }, (_, at) => `hsl(${at % 360} ${40 + at / 20}% 50%)`);
  const rects = hues
    .map((fill, at) => `<rect x="${at}" y="0" width="1" height="1" fill="${fill}"/>`)
    .join('');
  const png = await toPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="20"><rect width="600" height="20" fill="#2f6496"/>${rects}</svg>`,
  );
  const { colour, width, height } = decoded(png);
  expect([width, height]).toEqual([1200, 40]);
  expect(colour(600, 30)).toBe(0x2f);
});
