import type { Worker } from 'node:worker_threads';
import type { Done, Job } from './loaderThread.ts';

/** Why the thread gave no result. */
export type Failure = string;

/** What a thread makes of a job, within so many milliseconds. Never rejects. */
export function oneJob(thread: Worker, job: Job, patience: number): Promise<Done | Failure> {
  return new Promise((resolve) => {
    const settle = (result: Done | Failure) => {
      clearTimeout(timer);
      thread.off('message', settle).off('error', failed).off('exit', left);
      resolve(result);
    };
    const failed = (error: Error) => settle('code' in error ? String(error.code) : String(error));
    const left = () => settle('the thread ended');
    const timer = setTimeout(settle, patience, `more than ${patience / 1000} s`);
    thread.on('message', settle).on('error', failed).on('exit', left);
    try {
      thread.postMessage(job);
    } catch (error) {
      settle(String(error));
    }
  });
}
