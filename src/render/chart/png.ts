import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFile } from './fonts.ts';
import { indexedPng } from './indexedPng.ts';
import { isLatin } from './text.ts';

/** Pixels of the file for one of the picture: sharp on a phone. */
const DENSITY = 2;

let started: Promise<void> | undefined;
const fonts = new Map<string, Uint8Array>();

/** Settles when resvg is ready to draw; loads it on the first call. */
export function engine(): Promise<void> {
  started ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  );
  return started;
}

/** SVG with Inter as PNG. Everything that resvg holds is freed: its memory is not the garbage collector's. */
export async function toPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  await engine();
  const font = { fontBuffers: fontsFor(svg), defaultFontFamily: 'Inter' };
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: DENSITY } });
  try {
    const image = drawing.render();
    try {
      return indexedPng(image.pixels, image.width, image.height);
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}

/** resvg reads them anew for each picture: the larger alphabet only where a name needs it. */
function fontsFor(svg: string): Uint8Array[] {
  const subsets = isLatin(svg) ? (['latin'] as const) : (['latin', 'latin-ext'] as const);
  return subsets.flatMap((subset) =>
    ([400, 600] as const).map((weight) => {
      const key = `${subset}${weight}`;
      const file = fonts.get(key) ?? new Uint8Array(fontFile(subset, weight, 'woff2'));
      fonts.set(key, file);
      return file;
    }),
  );
}
