import type { Mark, Scene, Shape } from './scene.ts';
import { GROUND } from './theme.ts';

/** A scene as SVG text, with fonts by name. */
export function toSvg({ width, height, marks }: Scene): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${marks.map(markSvg).join('')}</svg>`;
}

function markSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'text': {
      const place = `x="${round(mark.x)}" y="${round(mark.y)}" text-anchor="${mark.anchor}" fill="${mark.fill}"`;
      const font = `font-family="Inter" font-size="${mark.size}" font-weight="${mark.weight}"`;
      return `<text ${place} ${font}>${escaped(mark.text)}</text>`;
    }
    case 'rect': {
      const place = `x="${round(mark.x)}" y="${round(mark.y)}" rx="${mark.radius}" fill="${mark.fill}"`;
      return `<rect ${place} width="${round(mark.width)}" height="${round(mark.height)}"/>`;
    }
    case 'line': {
      const points = mark.points.map((point) => point.map(round).join(',')).join(' ');
      const dash = mark.dash === '' ? '' : ` stroke-dasharray="${mark.dash}"`;
      const stroke = `stroke="${mark.fill}" stroke-width="${mark.width}" stroke-linejoin="round"${dash}`;
      return `<polyline points="${points}" fill="none" ${stroke}/>`;
    }
    case 'symbol':
      return symbolSvg(mark);
  }
}

const POLYGONS: Readonly<Partial<Record<Shape, string>>> = {
  square: '-7,-7 7,-7 7,7 -7,7',
  triangle: '0,-9 9,7 -9,7',
  diamond: '0,-10 10,0 0,10 -10,0',
  inverted: '0,9 9,-7 -9,-7',
};

/** A hollow one is edged in its colour, a filled one in that of the ground. */
function symbolSvg({ shape, x, y, hollow, fill }: Extract<Mark, { kind: 'symbol' }>): string {
  const place = `transform="translate(${round(x)} ${round(y)})"`;
  const corners = POLYGONS[shape];
  const look = hollow ? `fill="${GROUND}" stroke="${fill}"` : `fill="${fill}" stroke="${GROUND}"`;
  if (corners) return `<polygon ${place} points="${corners}" ${look} stroke-width="${hollow ? 3 : 2}"/>`;
  return `<circle ${place} r="8" ${look} stroke-width="3"/>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML does not take are left out: one of them would cost the whole picture. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
