import { setImmediate } from 'node:timers/promises';
import type { ChartSpec } from '../../cards/charts/spec.ts';
import { advanceWidths } from './fonts.ts';
import { sceneOf } from './layout.ts';
import { engine, toPng } from './png.ts';
import { toSvg } from './svg.ts';

const SMALL: ChartSpec = {
  kind: 'bars',
  title: '0',
  caption: '',
  alt: '',
  locale: 'it',
  unit: 'count',
  series: [],
  rows: [{ label: '0', hue: 'plain', bars: [{ value: 1, text: '1', below: '', target: null }] }],
};

/**
 * Loads what every picture needs, then draws one that nobody sees, so that the functions of the engine are compiled;
 * not where `isAsked` says by then that somebody waits for a picture.
 */
export async function warmUp(isAsked: () => boolean): Promise<void> {
  await engine();
  for (const weight of [400, 600] as const) advanceWidths('latin', weight);
  await setImmediate();
  if (!isAsked()) await toPng(toSvg(sceneOf(SMALL)));
}
