import { parentPort } from 'node:worker_threads';
import { type Loaded, loadFiles } from '../load/load.ts';
import type { RawDataset } from '../load/read.ts';
import { type Role, roleOf } from '../load/role.ts';
import { type LoadedDesk, type LoadOrder, loadSettled } from './settled.ts';

export type Job =
  | { readonly kind: 'load'; readonly order: LoadOrder }
  | { readonly kind: 'check'; readonly raw: RawDataset }
  | { readonly kind: 'role'; readonly bytes: Uint8Array };

/** What the thread answers to each job, in the order of asking. */
export type Done =
  | { readonly kind: 'load'; readonly loaded: LoadedDesk }
  | { readonly kind: 'check'; readonly loaded: Loaded }
  | { readonly kind: 'role'; readonly role: Role };

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await done(job)));

async function done(job: Job): Promise<Done> {
  switch (job.kind) {
    case 'load':
      return { kind: job.kind, loaded: await loadSettled(job.order) };
    case 'check':
      return { kind: job.kind, loaded: await loadFiles(job.raw) };
    case 'role':
      return { kind: job.kind, role: roleOf(job.bytes) };
  }
}
