import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ChartSpec } from '../../src/cards/charts/spec.ts';
import { fontFile } from '../../src/render/chart/fonts.ts';
import { sceneOf } from '../../src/render/chart/layout.ts';
import { toSvg } from '../../src/render/chart/svg.ts';

const fontBuffers = ([400, 600] as const).map((weight) => new Uint8Array(fontFile('latin', weight, 'woff2')));
let started: Promise<void> | undefined;

/** The product's SVG as PNG, drawn by resvg in the thread that asks for it. */
export async function drawHere(spec: ChartSpec): Promise<Uint8Array> {
  started ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  );
  await started;
  const font = { fontBuffers, defaultFontFamily: 'Inter' };
  const drawing = new Resvg(toSvg(sceneOf(spec)), { font, fitTo: { mode: 'zoom', value: 2 } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
