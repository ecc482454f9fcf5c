import { parentPort } from 'node:worker_threads';
import type { ChartSpec } from '../chart.ts';
import { toPng } from './chart/png.ts';
import { sceneOf } from './chart/scenes.ts';
import { toSvg } from './chart/svg.ts';

/** What the thread answers to each spec, in the order of asking. */
export type Drawing = { readonly png: Uint8Array<ArrayBuffer> } | { readonly error: string };

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
