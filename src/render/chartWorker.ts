import { setFlagsFromString } from 'node:v8';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ChartSpec } from '../cards/charts/spec.ts';
import { sceneOf } from './chart/layout.ts';
import { toPng } from './chart/png.ts';
import { toSvg } from './chart/svg.ts';
import { warmUp } from './chart/warmUp.ts';

/** What the thread is started with: `warm` where nobody waits for a picture yet. */
export type Start = { readonly warm: boolean };

/** What the thread answers to each spec, in the order of asking. */
export type Drawing = { readonly png: Uint8Array<ArrayBuffer> } | { readonly error: string };

/**
 * Keeps V8 from compiling resvg a second time, better: that costs the first picture more than half of its time, and
 * 70 MB, to save 40 ms on each of a few hundred. It holds for the process, whose only other module is undici's parser.
 */
setFlagsFromString('--liftoff-only');

if (parentPort) await serve(parentPort, workerData);

async function serve(port: MessagePort, { warm }: Start): Promise<void> {
  const state = { asked: false };
  port.on('message', async (text: string) => {
    state.asked = true;
    try {
      const spec: ChartSpec = JSON.parse(text);
      const png = await toPng(toSvg(sceneOf(spec)));
      port.postMessage({ png } satisfies Drawing, [png.buffer]);
    } catch (error) {
      // A trap leaves the module's memory in a state that nobody knows: this thread ends, the next picture gets another.
      if (error instanceof Error && error.name === 'RuntimeError') throw error;
      port.postMessage({ error: String(error) } satisfies Drawing);
    }
  });
  if (warm) await warmUp(() => state.asked);
}
