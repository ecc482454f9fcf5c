import type { Hue } from '../../cards/charts/spec.ts';

/**
 * Sizes are in logical pixels of a picture 720 wide. Discord shows it about 360 wide on a phone, so that a text of 22
 * is read at 11, the least that is read with ease. The ground is opaque and light, with an edge: the same on both
 * themes, and ready for a document.
 */
export const WIDTH = 720;
export const PAD = 24;
export const INNER = WIDTH - 2 * PAD;

export const SIZE = { title: 28, label: 24, dense: 22, caption: 22 } as const;
export const LINE_HEIGHT = 1.22;

export const INK = { strong: '#111827', soft: '#4b5563', grid: '#e2e6ec', track: '#e9ecf1', edge: '#c5ccd6' };
export const GROUND = '#ffffff';

/**
 * Of the axes in their order. Told apart under protanopia, deuteranopia and tritanopia, and at 3:1 or better on the
 * ground: of more colours than these no two can be said to be.
 */
export const AXIS_FILLS = [
  '#2f6496',
  '#c65f31',
  '#29987e',
  '#681a56',
  '#695402',
  '#b870f8',
  '#3000a8',
  '#a800e8',
  '#383008',
  '#a82868',
] as const;

export const PLAIN = '#475569';

/** Of an indicator against its target: told apart as those of the axes are, and never without their words. */
export const STATUS_FILLS = { reached: '#1f8f6f', near: '#c98a12', below: '#8a1528' } as const;

/** The colour of a hue; an axis past the last colour shares one, and has its name beside it as all have. */
export function fillOf(hue: Hue): string {
  if (hue === 'plain') return PLAIN;
  return typeof hue === 'number' ? (AXIS_FILLS[hue % AXIS_FILLS.length] ?? PLAIN) : STATUS_FILLS[hue];
}

/** From the first measure to the last: one hue, darker and darker, so that it says an order and no axis. */
const RAMP = ['#8a9aad', '#6d8096', '#516780', '#374c66', '#1e2f47'] as const;

/** `count` shades of the ramp, as far from each other as they can be. */
export function shades(count: number): readonly string[] {
  const last = RAMP.length - 1;
  return Array.from({ length: count }, (_, at) => {
    const place = count === 1 ? last : Math.round((at * last) / (count - 1));
    return RAMP[place] ?? INK.strong;
  });
}
