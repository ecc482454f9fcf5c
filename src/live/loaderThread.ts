import { parentPort } from 'node:worker_threads';
import { type Loaded, loadFiles } from '../programme/load.ts';
import type { RawDataset } from '../programme/read.ts';
import { type LoadedDesk, type LoadOrder, loadSettled } from './loaded.ts';

export type Job =
  | { readonly kind: 'load'; readonly order: LoadOrder }
  | { readonly kind: 'check'; readonly raw: RawDataset };

/** What the thread answers to each job, in the order of asking. */
export type Done =
  | { readonly kind: 'load'; readonly loaded: LoadedDesk }
  | { readonly kind: 'check'; readonly loaded: Loaded };

parentPort?.on('message', async (job: Job) => {
  const done: Done =
    job.kind === 'load'
      ? { kind: job.kind, loaded: await loadSettled(job.order) }
      : { kind: job.kind, loaded: await loadFiles(job.raw) };
  parentPort?.postMessage(done);
});
