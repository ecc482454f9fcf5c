import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import type { ChartSpec } from '../cards/charts/spec.ts';
import { sceneOf } from './chart/layout.ts';
import { toPng } from './chart/png.ts';
import { toSvg } from './chart/svg.ts';

/** What the thread answers to each spec, in the order of asking. */
export type Drawing = { readonly png: Uint8Array<ArrayBuffer> } | { readonly error: string };

/**
 * Keeps V8 from compiling resvg a second time, better: that costs the first picture more than half of its time, and
 * 70 MB, to save 40 ms on each of a few hundred. It holds for the process, whose only other module is undici's parser.
 */
setFlagsFromString('--liftoff-only');

parentPort?.on('message', async (text: string) => {
  try {
    const spec: ChartSpec = JSON.parse(text);
    const png = await toPng(toSvg(sceneOf(spec)));
    parentPort?.postMessage({ png } satisfies Drawing, [png.buffer]);
  } catch (error) {
    // A trap leaves the module's memory in a state that nobody knows: this thread ends, the next picture gets another.
    if (error instanceof Error && error.name === 'RuntimeError') throw error;
    parentPort?.postMessage({ error: String(error) } satisfies Drawing);
  }
});
